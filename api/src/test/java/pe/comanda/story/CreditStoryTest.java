package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A company eats today and pays later. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditStoryTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Lima"));
    private static final String BUYER =
            """
            "buyer":{"documentType":"RUC","number":"20131312955","name":"Cliente de prueba"}""";

    @LocalServerPort private int port;
    private Billing billing;

    @BeforeEach
    void open() {
        billing = new Billing(port);
    }

    @Test
    void a_factura_on_credit_reaches_sunat_and_its_instalments_are_moved_by_a_note() {
        var order = billing.placed();
        var half = total(order) / 2;
        var factura = billing.issued(order, credit(instalments(30, half, 60, total(order) - half)));
        assertThat(billing.settled(factura, "ACCEPTED")).isNotNull();
        assertThat(xml(factura))
                .contains("Credito", "Cuota001", "Cuota002")
                .contains(TODAY.plusDays(30).toString());

        var note =
                billing.as("contadora")
                        .post(
                                Billing.V + "/invoices/" + factura + "/credit-notes",
                                """
                                {"reason":"PAYMENT_TERMS","text":"Se acordaron otras fechas",%s}"""
                                        .formatted(instalments(90, total(order))))
                        .mustBe(201)
                        .id();
        assertThat(billing.settled(note, "ACCEPTED")).isNotNull();
        assertThat(xml(note)).contains("Credito", TODAY.plusDays(90).toString());
        var shown = billing.as("contadora").get(Billing.V + "/invoices/" + note).mustBe(200);
        assertThat(shown.body().path("summary").path("payable").asString()).isEqualTo("0.00");

        // The money comes later, and needs no document any more.
        var paid =
                billing.as("caja")
                        .post(
                                Billing.V + "/orders/" + order + "/payments",
                                "{\"method\":\"BANK_TRANSFER\"}");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(
                        billing.as("caja")
                                .post(Billing.V + "/orders/" + order + "/invoices", Billing.FACTURA)
                                .code())
                .isEqualTo("ORDER_IS_BILLED_ONCE");
    }

    @Test
    void what_cannot_be_on_credit_is_refused() {
        var order = billing.placed();
        var all = total(order);
        assertThat(refused(order, credit(instalments(30, all + 1))))
                .isEqualTo("INSTALMENTS_ADD_UP");
        assertThat(refused(order, credit(instalments(30, all + 10, 60, -10))))
                .isEqualTo("INSTALMENTS_ADD_UP");
        assertThat(refused(order, credit(instalments(0, all))))
                .isEqualTo("INSTALMENT_FALLS_AFTER_ISSUE");
        assertThat(refused(order, "{\"type\":\"BOLETA\"," + instalments(30, all) + "}"))
                .isEqualTo("ONLY_FACTURA_ON_CREDIT");
        assertThat(refused(order, credit("\"instalments\":[]"))).isEqualTo("VALUE_INVALID");
        var paid = billing.paid();
        assertThat(refused(paid, credit(instalments(30, all))))
                .isEqualTo("CREDIT_IS_FOR_AN_UNPAID_ORDER");
    }

    @Test
    void the_instalments_of_a_factura_that_was_paid_are_not_moved() {
        var factura = billing.issued(billing.paid(), Billing.FACTURA);
        assertThat(billing.settled(factura, "ACCEPTED")).isNotNull();
        var refused =
                billing.as("contadora")
                        .post(
                                Billing.V + "/invoices/" + factura + "/credit-notes",
                                """
                                {"reason":"PAYMENT_TERMS","text":"Se acordaron otras fechas",%s}"""
                                        .formatted(instalments(90, 100)));
        assertThat(refused.code()).isEqualTo("ORIGINAL_MUST_BE_ON_CREDIT");
    }

    private static String credit(String instalments) {
        return "{\"type\":\"FACTURA\"," + BUYER + "," + instalments + "}";
    }

    /** Days from today and cents, by turns. */
    private static String instalments(int... daysAndCents) {
        return Arrays.stream(pairs(daysAndCents))
                .map(
                        pair ->
                                "{\"due\":\"%s\",\"amount\":\"%d.%02d\"}"
                                        .formatted(
                                                TODAY.plusDays(pair[0]),
                                                pair[1] / 100,
                                                Math.abs(pair[1] % 100)))
                .collect(Collectors.joining(",", "\"instalments\":[", "]"));
    }

    private static int[][] pairs(int... all) {
        var pairs = new int[all.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new int[] {all[2 * i], all[2 * i + 1]};
        }
        return pairs;
    }

    private String refused(String order, String what) {
        return billing.as("caja").post(Billing.V + "/orders/" + order + "/invoices", what).code();
    }

    /** In cents. */
    private int total(String order) {
        var shown =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> billing.as("caja").get(Billing.V + "/orders/" + order),
                                answer -> answer.status() == 200);
        var total = shown.body().path("totals").path("total").asString();
        return Integer.parseInt(total.replace(".", ""));
    }

    private String xml(String invoice) {
        return new String(
                billing.as("contadora")
                        .get(Billing.V + "/invoices/" + invoice + "/xml")
                        .mustBe(200)
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
