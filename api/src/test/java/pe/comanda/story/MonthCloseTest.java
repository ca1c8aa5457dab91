package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static pe.comanda.story.Billing.BOLETA;
import static pe.comanda.story.Billing.V;

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
import java.time.YearMonth;
import java.time.ZoneId;

/** A month that is declared stays as it is. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthCloseTest {
    private static final String MONTHS = V + "/finance/months/";
    private static final String REASON = "{\"reason\":\"Se rectifica la declaración\"}";

    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;
    private Billing shop;
    private YearMonth now;

    @BeforeEach
    void open() {
        shop = new Billing(port);
        now = YearMonth.now(ZoneId.of("America/Lima"));
    }

    @AfterEach
    void calm() {
        shop.calm();
        pretend("delete from closed_month where month = date '%s'".formatted(now.atDay(1)));
        var unused = shop.as("admin").post(V + "/organization/sunat/release", "{}");
    }

    @Test
    void the_accountant_closes_a_month_that_is_over_and_opens_it_again() {
        var path = MONTHS + now.minusYears(1);
        var closed = shop.as("contadora").post(path + "/close", "{}").mustBe(200);
        var book = shop.as("contadora").get(path, closed).mustBe(200).body();
        assertThat(book.path("closing").path("by").asString()).startsWith("staff-");
        assertThat(book.path("closing").path("total").asString()).isEqualTo("0.00");
        assertThat(shop.as("contadora").post(path + "/close", "{}").code())
                .isEqualTo("MONTH_IS_CLOSED_ONCE");
        shop.as("gerente").post(path + "/close", "{}").mustBe(403);
        shop.as("auditor").post(path + "/reopen", REASON).mustBe(403);
        shop.as("contadora").post(path + "/reopen", REASON).mustBe(200);
        assertThat(shop.as("contadora").get(path).body().path("closing").isObject()).isFalse();
        assertThat(shop.as("contadora").post(path + "/reopen", REASON).code())
                .isEqualTo("MONTH_MUST_BE_CLOSED");
    }

    @Test
    void the_month_at_hand_is_not_over() {
        assertThat(shop.as("contadora").post(MONTHS + now + "/close", "{}").code())
                .isEqualTo("MONTH_MUST_BE_OVER");
    }

    @Test
    void a_document_of_a_closed_month_is_changed_by_a_note_and_not_voided() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        assertThat(shop.settled(boleta, "ACCEPTED")).isNotNull();
        pretend(
                """
                insert into closed_month select organization_id, date '%s', 1, 1, 1, 1, now(), 'staff-1'
                from invoice_view where id = '%s'"""
                        .formatted(now.atDay(1), boleta));
        var path = V + "/invoices/" + boleta;
        var refused = shop.as("contadora").post(path + "/void", REASON);
        assertThat(refused.code()).isEqualTo("DOCUMENT_OF_A_CLOSED_MONTH");
        shop.as("contadora")
                .post(
                        path + "/credit-notes",
                        "{\"reason\":\"OTHER\",\"text\":\"Se cobró de más\",\"amount\":\"1.00\"}")
                .mustBe(201);
    }

    @Test
    void a_void_under_way_stands_in_the_way_of_closing() {
        var boleta = shop.issued(shop.paid(), BOLETA);
        assertThat(shop.settled(boleta, "ACCEPTED")).isNotNull();
        var held =
                shop.as("admin")
                        .post(V + "/organization/sunat/hold", "{\"reason\":\"Una prueba\"}")
                        .mustBe(200);
        var before = open(shop.as("contadora").get(MONTHS + now, held));
        shop.voided(boleta);
        assertThat(open(shop.as("contadora").get(MONTHS + now))).isEqualTo(before + 1);
        shop.as("admin").post(V + "/organization/sunat/release", "{}").mustBe(200);
        assertThat(shop.settled(boleta, "VOIDED")).isNotNull();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> open(shop.as("contadora").get(MONTHS + now)) <= before);
    }

    private static long open(Http.Answer month) {
        return month.mustBe(200).body().path("open").asLong();
    }

    private void pretend(String statement) {
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    var _ = sql.update(statement);
                });
    }
}
