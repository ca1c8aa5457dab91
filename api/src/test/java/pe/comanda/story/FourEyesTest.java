package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.util.ArrayList;
import java.util.List;

/** Above a limit, what finance does takes two people. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FourEyesTest {
    private static final String LIMIT = Billing.V + "/organization/sunat/four-eyes";
    private static final String WRONG =
            "{\"reason\":\"WRONG_RUC\",\"text\":\"El RUC no era el del cliente\"}";
    private static final String LIST = Billing.V + "/finance/approvals";
    private static final String VOID = "{\"reason\":\"El cliente no se llevó nada\"}";

    @LocalServerPort private int port;
    private Billing billing;

    @BeforeEach
    void limit() {
        billing = new Billing(port);
        above("{\"above\":\"5.00\"}");
    }

    @AfterEach
    void none() {
        above("{}");
        billing.calm();
    }

    @Test
    void a_credit_note_above_the_limit_waits_for_another_persons_word_which_serves_once() {
        var factura = accepted(Billing.FACTURA);
        assertThat(credit(factura, WRONG).code()).isEqualTo("APPROVAL_REQUIRED");
        var approval = asked("contadora", factura, "CREDIT_NOTE");
        assertThat(decided("contadora", approval, "grant").code())
                .isEqualTo("APPROVAL_IS_BY_ANOTHER_PERSON");
        assertThat(decided("caja", approval, "grant").status()).isEqualTo(403);
        assertThat(credit(factura, WRONG).code()).isEqualTo("APPROVAL_REQUIRED");
        assertThat(decided("gerente", approval, "grant").status()).isEqualTo(200);
        assertThat(annul(factura).code()).as("another action").isEqualTo("APPROVAL_REQUIRED");
        assertThat(billing.settled(credit(factura, WRONG).mustBe(201).id(), "ACCEPTED"))
                .isNotNull();
        assertThat(standing(approval)).isEqualTo("USED");
        assertThat(decided("gerente", approval, "grant").code())
                .isEqualTo("APPROVAL_IS_DECIDED_ONCE");
    }

    @Test
    void a_note_up_to_the_limit_needs_nobody_else() {
        var factura = accepted(Billing.FACTURA);
        var note = "{\"reason\":\"OTHER\",\"text\":\"Se cobró de más\",\"amount\":\"5.00\"}";
        assertThat(credit(factura, note).status()).isEqualTo(201);
    }

    @Test
    void a_void_above_the_limit_waits_for_another_persons_word() {
        var boleta = accepted(Billing.BOLETA);
        assertThat(annul(boleta).code()).isEqualTo("APPROVAL_REQUIRED");
        var no = asked("contadora", boleta, "VOID");
        assertThat(
                        billing.as("gerente")
                                .post(
                                        Billing.V + "/finance/approvals/" + no + "/refusal",
                                        "{\"reason\":\"No corresponde\"}")
                                .status())
                .isEqualTo(200);
        assertThat(annul(boleta).code()).isEqualTo("APPROVAL_REQUIRED");
        var yes = asked("contadora", boleta, "VOID");
        assertThat(decided("gerente", yes, "grant").status()).isEqualTo(200);
        assertThat(annul(boleta).status()).isEqualTo(200);
        assertThat(billing.settled(boleta, "VOIDED")).isNotNull();
    }

    @Test
    void another_document_for_a_rejected_one_waits_for_another_persons_word() {
        var order = billing.paid();
        billing.fault("REJECTION", "3244");
        var rejected = billing.issued(order, Billing.BOLETA);
        assertThat(billing.settled(rejected, "REJECTED")).isNotNull();
        var again = "{\"type\":\"BOLETA\",\"replaces\":\"" + rejected + "\"}";
        assertThat(issue(order, again).code()).isEqualTo("APPROVAL_REQUIRED");
        var approval = asked("caja", rejected, "REISSUE");
        assertThat(decided("gerente", approval, "grant").status()).isEqualTo(200);
        assertThat(billing.settled(issue(order, again).mustBe(201).id(), "ACCEPTED")).isNotNull();
    }

    @Test
    void who_decides_reads_page_by_page_and_only_what_is_to_be_decided() {
        var factura = accepted(Billing.FACTURA);
        var refused = asked("contadora", factura, "VOID");
        billing.as("gerente")
                .post(
                        Billing.V + "/finance/approvals/" + refused + "/refusal",
                        "{\"reason\":\"No corresponde\"}")
                .mustBe(200);
        var open = asked("contadora", factura, "VOID");
        var other = asked("contadora", accepted(Billing.BOLETA), "VOID");

        var all = ids("?limit=200");
        assertThat(all).startsWith(other, open, refused);
        assertThat(pages(1)).isEqualTo(all);
        assertThat(pages(2)).isEqualTo(all);
        assertThat(ids("?status=REQUESTED&limit=200"))
                .startsWith(other, open)
                .doesNotContain(refused);
        assertThat(ids("?status=REFUSED&limit=200"))
                .startsWith(refused)
                .doesNotContain(open, other);
        assertThat(billing.as("contadora").get(LIST + "?cursor=nonsense").code())
                .isEqualTo("CURSOR_MALFORMED");
        assertThat(billing.as("contadora").get(LIST + "?status=OPEN").status()).isEqualTo(400);
    }

    private List<String> pages(int limit) {
        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    billing.as("contadora")
                            .get(LIST + "?limit=" + limit + "&cursor=" + cursor)
                            .mustBe(200)
                            .body();
            var items = page.path("items").valueStream().toList();
            assertThat(items).hasSizeBetween(1, limit);
            items.forEach(it -> read.add(it.path("id").asString()));
            cursor = page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return read;
    }

    private List<String> ids(String query) {
        return billing.as("contadora")
                .get(LIST + query)
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private void above(String limit) {
        assertThat(billing.as("admin").post(LIMIT, limit).status()).isEqualTo(200);
    }

    private String accepted(String what) {
        var invoice = billing.issued(billing.paid(), what);
        assertThat(billing.settled(invoice, "ACCEPTED")).isNotNull();
        return invoice;
    }

    private String asked(String who, String invoice, String action) {
        return billing.as(who)
                .post(
                        Billing.V + "/invoices/" + invoice + "/approvals",
                        "{\"action\":\"%s\",\"reason\":\"Mesa errada\"}".formatted(action))
                .mustBe(201)
                .id();
    }

    private Http.Answer decided(String who, String approval, String how) {
        return billing.as(who).post(Billing.V + "/finance/approvals/" + approval + "/" + how, "{}");
    }

    private Http.Answer credit(String invoice, String what) {
        return billing.as("contadora")
                .post(Billing.V + "/invoices/" + invoice + "/credit-notes", what);
    }

    private Http.Answer annul(String invoice) {
        return billing.as("contadora").post(Billing.V + "/invoices/" + invoice + "/void", VOID);
    }

    private Http.Answer issue(String order, String what) {
        return billing.as("caja").post(Billing.V + "/orders/" + order + "/invoices", what);
    }

    private String standing(String approval) {
        return billing.as("contadora")
                .get(Billing.V + "/finance/approvals")
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(approval))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asString();
    }
}
