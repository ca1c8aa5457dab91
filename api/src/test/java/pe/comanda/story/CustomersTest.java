package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.util.Map;

/** People who are registered, found, changed and forgotten. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomersTest {
    @LocalServerPort private int port;
    private Regular regular;

    @BeforeEach
    void somebody_is_registered() {
        regular = Regular.registered(new Http("http://localhost:" + port, ""));
    }

    @Test
    void a_person_is_found_changed_and_forgotten() {
        var cashier = regular.cashier();
        var waiter = regular.waiter();
        var wanted = "{\"phone\":\"+51 " + regular.phone() + "\"}";
        var found =
                await().until(
                                () -> cashier.post(Regular.CUSTOMERS + "/search", wanted),
                                answer -> answer.status() == 200);
        assertThat(found.id()).isEqualTo(regular.customer());
        assertThat(found.text("name")).isEqualTo("Ana Torres");
        assertThat(
                        waiter.post(Regular.CUSTOMERS, Regular.person("Otra", regular.phone()))
                                .mustBe(409)
                                .code())
                .isEqualTo("CUSTOMER_PHONE_TAKEN");

        var changed =
                change(cashier, "{\"name\":\"Ana T.\",\"email\":\"" + regular.phone() + "@x.pe\"}");
        var view =
                cashier.get(Regular.CUSTOMERS + "/" + regular.customer(), changed.mustBe(200))
                        .mustBe(200);
        assertThat(view.text("name")).isEqualTo("Ana T.");

        var forgotten =
                cashier.exchange(
                        "DELETE", Regular.CUSTOMERS + "/" + regular.customer(), null, Map.of());
        var nobody =
                cashier.get(Regular.CUSTOMERS + "/" + regular.customer(), forgotten.mustBe(200))
                        .mustBe(200);
        assertThat(nobody.text("name")).isEmpty();
        assertThat(nobody.body().path("forgotten").asBoolean()).isTrue();
        assertThat(
                        change(cashier, "{\"name\":\"Ana\",\"phone\":\"" + regular.phone() + "\"}")
                                .code())
                .isEqualTo("CUSTOMER_WAS_FORGOTTEN");
        waiter.post(Regular.CUSTOMERS, Regular.person("Otra", regular.phone())).mustBe(201);
    }

    private Http.Answer change(Http who, String json) {
        return who.exchange("PUT", Regular.CUSTOMERS + "/" + regular.customer(), json, Map.of());
    }
}
