package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.util.List;
import java.util.Map;

/** What a tenant's administrator may move of what serves all tenants: their own part of it. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformLeversTest {
    private static final String FAULTS = Story.V + "/operations/stand-in/faults";
    private static final String JOURNAL = Story.V + "/operations/stand-in/journal";
    private static final String DEMOS_RUC = "20100066603";
    private static final String RUC = "20609773104";

    @LocalServerPort private int port;
    private Http anybody;
    private Http demo;
    private Newcomers newcomers;

    @BeforeEach
    void a_fault_of_the_demo_restaurant() {
        anybody = new Http("http://localhost:" + port, "");
        demo = anybody.signIn("admin");
        newcomers = new Newcomers(anybody);
        demo.post(FAULTS, fault("F998", null)).mustBe(201);
    }

    @Test
    void faults_of_the_stand_in_meet_and_show_the_own_documents_only() {
        var _ = newcomers.register(newcomers.slug(), newcomers.mail("admin"), RUC).mustBe(201);
        var tenant = newcomers.signIn("admin").http();
        assertThat(rucs(tenant.get(FAULTS))).isEmpty();
        assertThat(tenant.post(FAULTS, fault("F997", DEMOS_RUC)).mustBe(403).code())
                .isEqualTo("FOREIGN_TENANT");
        assertThat(rucs(tenant.post(FAULTS, fault("F997", null)).mustBe(201))).containsExactly(RUC);
        assertThat(rucs(demo.get(FAULTS))).containsOnly(DEMOS_RUC);
        assertThat(rucs(SuspensionTest.platform(anybody).get(FAULTS))).contains(RUC, DEMOS_RUC);

        assertThat(rucs(tenant.exchange("DELETE", FAULTS, null, Map.of()))).isEmpty();
        assertThat(rucs(demo.get(FAULTS))).isNotEmpty();
        demo.exchange("DELETE", FAULTS, null, Map.of()).mustBe(200);
        assertThat(rucs(demo.get(FAULTS))).isEmpty();
    }

    @Test
    void the_journal_tells_of_the_own_requests_only() {
        var bills = new Billing(port);
        bills.calm();
        var factura = bills.issued(bills.paid(), Billing.FACTURA);
        assertThat(bills.settled(factura, "ACCEPTED")).isNotNull();
        assertThat(logins(demo.get(JOURNAL))).isNotEmpty().allMatch(it -> it.startsWith(DEMOS_RUC));
        assertThat(logins(newcomers.signUp().asAdmin().get(JOURNAL))).isEmpty();
    }

    @Test
    void whoever_has_no_ruc_has_nothing_that_could_go_wrong() {
        var tenant = newcomers.signUp().asAdmin();
        assertThat(tenant.post(FAULTS, fault("F997", null)).mustBe(409).code())
                .isEqualTo("ISSUER_NEEDS_RUC");
        assertThat(rucs(tenant.get(FAULTS))).isEmpty();
    }

    @Test
    void the_key_that_signs_for_all_is_rotated_by_the_platform() {
        var rotation = Story.V + "/operations/signing-keys";
        assertThat(demo.post(rotation, "{}").mustBe(403).code()).isEqualTo("PERMISSION_DENIED");
        demo.post(rotation + "?distrust=true", "{}").mustBe(403);
    }

    private static String fault(String series, String ruc) {
        return "{\"mode\":\"UNAVAILABLE\",\"series\":\"%s\",\"ruc\":%s}"
                .formatted(series, ruc == null ? "null" : "\"" + ruc + "\"");
    }

    private static List<String> rucs(Http.Answer answer) {
        return texts(answer, "ruc");
    }

    private static List<String> logins(Http.Answer answer) {
        return texts(answer, "login");
    }

    private static List<String> texts(Http.Answer answer, String field) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(it -> it.path(field).asString())
                .toList();
    }
}
