package pe.comanda.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.audit.AuditQuery.ShowTimeline;
import pe.comanda.domain.audit.AuditQuery.Timeline;

import java.time.Duration;
import java.time.Instant;

/** Where the events of a time end is searched once for all pages of an export. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimelineBoundTest {
    private static final String HOUSE = "org-demo";
    @Autowired private TimelineAnswers answers;

    @Test
    void a_bound_that_is_handed_on_is_not_searched_again() throws Exception {
        var until = Instant.now();
        var first =
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> ask(until, 1, null), page -> !page.items().isEmpty());
        assertThat(ask(until, 1, first.items().getFirst().position()).items()).isEmpty();
        assertThat(ask(until, 1, 5L).beyond()).isEqualTo(5);
    }

    @Test
    void what_is_still_to_come_has_no_bound_so_later_pages_miss_nothing() throws Exception {
        assertThat(ask(Instant.now().plus(Duration.ofDays(1)), 1, null).beyond())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(ask(null, 1, null).beyond()).isEqualTo(Long.MAX_VALUE);
    }

    private Timeline ask(@Nullable Instant until, int limit, @Nullable Long beyond)
            throws Exception {
        var query =
                new ShowTimeline(
                        null, null, null, null, null, null, null, until, -1, limit, beyond);
        var asker = Caller.system(HOUSE, null, "timeline-bound");
        return TenantScope.call(
                HOUSE, () -> answers.answer(query, MetaData.from(asker.toMetadata())));
    }
}
