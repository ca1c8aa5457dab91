package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.util.Map;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StaleVersionTest {
    @LocalServerPort private int port;

    @Test
    void who_acts_on_an_old_version_is_told_what_has_happened_since_and_by_whom() {
        var admin = new Http("http://localhost:" + port, "").signIn("admin");
        var placed = admin.post(Callao.ORDERS, Callao.CHICHA).mustBe(201);
        var order = "/api/v1/orders/" + placed.id();
        admin.post(order + "/confirmation", "{}").mustBe(200);

        var refused =
                admin.exchange(
                        "POST",
                        order + "/discount",
                        "{\"amount\":\"1.00\",\"reason\":\"demora\"}",
                        Map.of("If-Match", "\"0\""));

        assertThat(refused.mustBe(412).code()).isEqualTo("STALE_VERSION");
        var details = refused.body().path("details");
        assertThat(details.path("expectedVersion").asString()).isEqualTo("0");
        assertThat(details.path("happened").asString())
                .startsWith("1 ordering.OrderConfirmed by staff-demo-admin at ")
                .doesNotContain("OrderPlaced");
    }
}
