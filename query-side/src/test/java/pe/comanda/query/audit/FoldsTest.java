package pe.comanda.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.loyalty.CustomerEvent;

import java.util.HashSet;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldsTest {
    /** Who a customer is stands under seal; of them there is nothing to fold. */
    private static final Set<Class<?>> WITHOUT_STATE = Set.of(CustomerEvent.class);

    @Test
    void every_family_of_events_can_be_replayed_to_a_moment() {
        var folded = new HashSet<Class<?>>(WITHOUT_STATE);
        Folds.ALL.forEach(fold -> folded.add(fold.family()));
        assertThat(folded).containsExactlyInAnyOrderElementsOf(EventFamilies.ALL);
    }

    @Test
    void an_id_says_which_fold_it_takes() {
        assertThat(Folds.ALL).extracting(Folds.Fold::prefix).doesNotHaveDuplicates();
        assertThat(Folds.of("stock-1").orElseThrow().prefix()).isEqualTo("stock-");
        assertThat(Folds.of("customer-1")).isEmpty();
    }
}
