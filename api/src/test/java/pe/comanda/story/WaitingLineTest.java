package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Documents whose issuer is held, or whose SUNAT is sick: they wait, and cost nothing. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingLineTest {
    private static final String SUNAT = Billing.V + "/organization/sunat";
    private static final String BOARD =
            Billing.V + "/branches/" + Billing.BRANCH + "/invoices/board";
    private static final int DOCUMENTS = 12;
    private static final int FAULTS = 6;

    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;
    private Billing billing;

    @BeforeEach
    void open() {
        billing = new Billing(port);
    }

    @AfterEach
    void calm() {
        billing.calm();
        var unused = billing.as("admin").post(SUNAT + "/release", "{}");
    }

    @Test
    void documents_of_a_held_issuer_wait_in_line_until_it_is_released() {
        // What earlier documents left behind looks once and plans nothing: now instead of later.
        await().atMost(Duration.ofMinutes(1)).until(() -> wound() == 0);
        var unused =
                billing.as("admin")
                        .post(SUNAT + "/hold", "{\"reason\":\"Cambio de certificado\"}")
                        .mustBe(200);
        var issued = issued();
        inLine(waiting -> waiting >= DOCUMENTS);
        assertThat(planned("submit-invoice")).as("clocks of their own").isZero();
        assertThat(planned("call-line")).as("calls for all of them").isBetween(1, 3);
        assertThat(attempts(issued)).isZero();
        var board = billing.as("contadora").get(BOARD).mustBe(200).body();
        assertThat(board.path("warnings").path(0).path("code").asString()).isEqualTo("HELD");
        var free = billing.as("admin").post(SUNAT + "/release", "{}").mustBe(200);
        assertThat(free.status()).isEqualTo(200);
        issued.forEach(it -> assertThat(billing.settled(it, "ACCEPTED")).isNotNull());
        inLine(waiting -> waiting == 0);
    }

    @Test
    void a_document_that_somebody_took_and_died_with_is_taken_up_again() {
        var unused =
                billing.as("admin")
                        .post(SUNAT + "/hold", "{\"reason\":\"Cambio de certificado\"}")
                        .mustBe(200);
        var issued = issued();
        inLine(waiting -> waiting >= DOCUMENTS);
        var taken = issued.getFirst();
        assertThat(taken(taken, "now() + interval '1 hour'")).isEqualTo(1);
        var free = billing.as("admin").post(SUNAT + "/release", "{}").mustBe(200);
        assertThat(free.status()).isEqualTo(200);
        issued.stream()
                .skip(1)
                .forEach(it -> assertThat(billing.settled(it, "ACCEPTED")).isNotNull());
        assertThat(attempts(List.of(taken))).as("before its time is over").isZero();
        assertThat(taken(taken, "now() - interval '1 second'")).isEqualTo(1);
        var called = billing.as("admin").post(SUNAT + "/release", "{}").mustBe(200);
        assertThat(called.status()).isEqualTo(200);
        assertThat(billing.settled(taken, "ACCEPTED")).isNotNull();
        inLine(waiting -> waiting == 0);
    }

    @Test
    void a_sick_sunat_is_spared_by_those_who_wait_and_then_takes_them_all() {
        for (int i = 0; i < FAULTS; i++) {
            billing.fault("UNAVAILABLE", "");
        }
        var issued = issued();
        issued.forEach(it -> assertThat(billing.settled(it, "ACCEPTED")).isNotNull());
        // Every fault was met once; whoever waited meanwhile met none.
        assertThat(attempts(issued)).isEqualTo(DOCUMENTS + FAULTS);
        inLine(waiting -> waiting == 0);
    }

    private List<String> issued() {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(_ -> billing.issued(billing.paid(), Billing.BOLETA))
                .toList();
    }

    private void inLine(IntPredicate enough) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> enough.test(count("select count(*) from submission_line")));
    }

    /** Calls that are left, all of which are due at once now. */
    private int wound() {
        return count(
                """
                with wound as (update scheduled_tasks set execution_time = now(), version = version + 1
                    where task_name = 'call-line' and not picked and execution_time > now() returning 1)
                select count(*) from scheduled_tasks where task_name = 'call-line'""");
    }

    /** Until when nobody else takes the document. */
    private int taken(String invoice, String until) {
        return count(
                """
                with leased as (update submission_line set taken_until = %s
                    where invoice_id = '%s' returning 1) select count(*) from leased"""
                        .formatted(until, invoice));
    }

    private int planned(String task) {
        return count("select count(*) from scheduled_tasks where task_name = '" + task + "'");
    }

    private long attempts(List<String> invoices) {
        return invoices.stream()
                .flatMap(it -> billing.steps(it).valueStream())
                .filter(step -> step.path("kind").asString().equals("AttemptStarted"))
                .count();
    }

    private int count(String query) {
        try {
            var count =
                    TenantScope.call(
                            TenantScope.ALL, () -> sql.queryForObject(query, Integer.class));
            return count == null ? 0 : count;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
