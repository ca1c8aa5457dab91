package pe.comanda.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent.AccountOpened;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsAdjusted;

import java.time.Instant;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldsTest {
    @Test
    void every_kind_of_aggregate_can_be_seen_as_of_a_moment() {
        List<Class<?>> seen = Folds.ALL.stream().<Class<?>>map(Folds.Fold::family).toList();
        assertThat(seen)
                .as("a new family of events needs a fold")
                .containsExactlyInAnyOrderElementsOf(List.<Class<?>>copyOf(EventFamilies.ALL));
    }

    @Test
    void an_id_leads_to_one_fold_at_most() {
        for (var fold : Folds.ALL) {
            assertThat(Folds.of(fold.prefix() + "0198a1").orElseThrow()).isSameAs(fold);
            assertThat(Folds.ALL)
                    .filteredOn(other -> other.prefix().startsWith(fold.prefix()))
                    .hasSize(1);
        }
        assertThat(Folds.of("nothing-0198a1")).isEmpty();
    }

    @Test
    void a_fold_follows_the_events_as_the_aggregate_does() {
        var account = new LoyaltyAccountId("points-ana");
        var fold = Folds.of(account.value()).orElseThrow();
        var opened =
                fold.next(
                        fold.initial(), new AccountOpened(account, new CustomerId("customer-ana")));
        var adjusted =
                fold.next(opened, new PointsAdjusted(account, 40, "cortesía", Instant.EPOCH, 40));
        assertThat(adjusted).extracting("balance").isEqualTo(40);
    }
}
