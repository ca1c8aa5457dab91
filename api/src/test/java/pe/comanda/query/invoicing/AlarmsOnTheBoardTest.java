package pe.comanda.query.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is told of an issuer, by rows as its views hold them. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlarmsOnTheBoardTest {
    private static final String ORGANIZATION = "org-alarms";

    /** The last second of a day in Lima. */
    private static final Instant NOW = Instant.parse("2026-06-16T04:59:59Z");

    @Autowired private IssuerAlarms alarms;
    @Autowired private JdbcTemplate sql;

    @BeforeEach
    @AfterEach
    void none() {
        Stream.of("invoice_view", "invoice_step", "summary_view", "book_series", "branch_view")
                .forEach(
                        table ->
                                write(
                                        "delete from %s where organization_id = '%s'"
                                                .formatted(table, ORGANIZATION)));
    }

    @Test
    void all_is_well_where_nothing_is() {
        assertThat(told()).isEmpty();
    }

    @Test
    void the_last_day_of_a_document_that_is_not_accepted_is_told() {
        document("WAITING", "2026-06-16");
        document("ACCEPTED", "2026-06-15");
        document("VOIDING", "2026-06-15");
        assertThat(told()).isEmpty();
        document("PARKED", "2026-06-15");
        assertThat(told()).containsExactly("DEADLINE_NEAR");
    }

    @Test
    void a_ticket_of_more_than_an_hour_is_told_until_it_is_answered() {
        file("OPEN", "2026-06-16T03:59:59Z");
        file("ACCEPTED", "2026-06-16T01:00:00Z");
        assertThat(told()).isEmpty();
        file("OPEN", "2026-06-16T03:59:58Z");
        assertThat(told()).containsExactly("TICKET_SLOW");
    }

    @Test
    void more_than_one_rejection_in_a_hundred_answers_of_an_hour_is_told() {
        answers("REJECTED", 1, "2026-06-16T03:59:59Z");
        answers("ACCEPTED", 99, "2026-06-16T04:10:00Z");
        assertThat(told()).isEmpty();
        answers("REJECTED", 1, "2026-06-16T04:10:00Z");
        assertThat(told()).as("1 in 100").isEmpty();
        answers("REJECTED", 1, "2026-06-16T04:11:00Z");
        assertThat(told()).as("2 in 101").containsExactly("MANY_REJECTED");
    }

    @Test
    void a_series_near_its_last_number_is_told() {
        series(99_989_999);
        assertThat(told()).isEmpty();
        series(99_990_000);
        assertThat(told()).containsExactly("SERIES_ENDS");
    }

    @Test
    void another_rate_is_told_of_branches_that_are_open() {
        branch("2026-01-01=GENERAL", true);
        branch("2026-01-01=REDUCED_RESTAURANT;2026-07-01=GENERAL", false);
        assertThat(told()).isEmpty();
        branch("2026-01-01=REDUCED_RESTAURANT;2026-07-01=GENERAL", true);
        assertThat(told()).containsExactly("RATE_CHANGES");
    }

    @Test
    void what_is_told_has_words_and_a_proposal() {
        var advices = new Advices();
        for (var code :
                List.of(
                        "DEADLINE_NEAR",
                        "TICKET_SLOW",
                        "MANY_REJECTED",
                        "SERIES_ENDS",
                        "RATE_CHANGES")) {
            assertThat(advices.onIssuer(code).code()).isEqualTo(code);
        }
    }

    private List<String> told() {
        try {
            return TenantScope.call(ORGANIZATION, () -> alarms.of(ORGANIZATION, NOW));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void document(String status, String lastDay) {
        write(
                """
                insert into invoice_view values (gen_random_uuid()::text, '%s', 'branch-1', 'order-1', 'FACTURA',
                    'F001-1', '%s', now(), 'PEN', 1, 'RUC', 0, null, date '%s', '', '', '', '{}', '{}', '{}', 0)"""
                        .formatted(ORGANIZATION, status, lastDay));
    }

    private void file(String phase, String ticketAt) {
        write(
                """
                insert into summary_view values (gen_random_uuid()::text, '%s', 'VOIDING', 'RA-20260615-1',
                    date '2026-06-15', '%s', 1, 1, '123', timestamptz '%s', '', '', now(), 0)"""
                        .formatted(ORGANIZATION, phase, ticketAt));
    }

    private void answers(String outcome, int times, String at) {
        write(
                """
                insert into invoice_step (invoice_id, version, organization_id, branch_id, at, kind, attempt, outcome,
                    code, text, millis, digest, actor)
                select gen_random_uuid()::text, 1, '%s', 'branch-1', timestamptz '%s', 'InvoiceAccepted', 1, '%s',
                    '', '', 1, '', '' from generate_series(1, %d)"""
                        .formatted(ORGANIZATION, at, outcome, times));
    }

    private void branch(String regimes, boolean open) {
        write(
                """
                insert into branch_view values (gen_random_uuid()::text, '%s', 'X', 'Sede', '', '', 'America/Lima',
                    'PEN', 0, 'OPEN', '0000', false, false, false, '%s', %s, now(), 0)"""
                        .formatted(ORGANIZATION, regimes, open));
    }

    private void series(int last) {
        write(
                """
                insert into book_series values (gen_random_uuid()::text, '%s', '01', 'F001', 1, %d)"""
                        .formatted(ORGANIZATION, last));
    }

    private void write(String statement) {
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    var _ = sql.update(statement);
                });
    }
}
