package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What happens to everybody of an organization at the moment it is suspended. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspensionTest {
    private static final String V = "/api/v1";
    @LocalServerPort private int port;
    private Http anybody;
    private Http platform;
    private Newcomers newcomers;
    private Tenant house;
    private Newcomers.SignedIn moza;

    @BeforeEach
    void a_house_with_a_waiter() {
        anybody = new Http("http://localhost:" + port, "");
        platform = platform(anybody);
        newcomers = new Newcomers(anybody);
        house = newcomers.signUp();
        newcomers.hire(house, "moza", "WAITER");
        moza = newcomers.signIn("moza");
    }

    @Test
    void logins_commands_queries_and_open_sockets_end_at_once_and_nobody_elses() {
        var guest = Guest.seatedIn(house, moza.http(), anybody);
        var neighbour = new Newcomers(anybody).signUp();
        var ticket = ticketOf(moza.http());
        try (var admins = Ears.open(house.asAdmin(), house.branch(), -1);
                var waiters = Ears.open(moza.http(), house.branch(), -1);
                var guests = Ears.open(guest.http(), house.branch(), -1);
                var others = Ears.open(neighbour.asAdmin(), neighbour.branch(), -1)) {
            for (var ears : List.of(admins, waiters, guests, others)) {
                await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
            }
            platform.post(suspension(), "{\"reason\":\"No paga\"}").mustBe(200);

            for (var who : List.of(house.asAdmin(), moza.http(), guest.http())) {
                assertThat(who.get(V + "/branches/" + house.branch() + "/menu").mustBe(403).code())
                        .isEqualTo("ORGANIZATION_SUSPENDED");
            }
            assertThat(
                            house.asAdmin()
                                    .post(
                                            V + "/branches/" + house.branch() + "/tables",
                                            "{\"number\":77}")
                                    .mustBe(403)
                                    .code())
                    .isEqualTo("ORGANIZATION_SUSPENDED");
            assertThat(newcomers.login("moza", Newcomers.PASSWORD).mustBe(403).code())
                    .isEqualTo("ORGANIZATION_SUSPENDED");
            assertThat(newcomers.refresh(moza.refreshToken()).mustBe(403).code())
                    .isEqualTo("ORGANIZATION_SUSPENDED");
            for (var ears : List.of(admins, waiters, guests)) {
                await().atMost(Duration.ofSeconds(10)).until(() -> ears.closedWith() == 4003);
            }
            assertThat(opens(ticket)).isFalse();
            assertThat(others.closedWith()).isZero();
            neighbour.asAdmin().get(V + "/organization").mustBe(200);
        }
    }

    @Test
    void nobody_sits_down_at_a_table_of_a_suspended_organization() {
        var guest = Guest.seatedIn(house, moza.http(), anybody);
        platform.post(suspension(), "{\"reason\":\"No paga\"}").mustBe(200);
        assertThat(
                        anybody.post(V + "/public/tables/" + guest.qr() + "/sessions", "{}")
                                .mustBe(403)
                                .code())
                .isEqualTo("ORGANIZATION_SUSPENDED");
    }

    @Test
    void it_goes_on_where_it_stopped_when_the_organization_is_resumed() {
        platform.post(suspension(), "{\"reason\":\"No paga\"}").mustBe(200);
        platform.post(V + "/organizations/" + house.organization() + "/resumption", "{}")
                .mustBe(200);
        newcomers.login("moza", Newcomers.PASSWORD).mustBe(200);
        house.asAdmin().get(V + "/organization").mustBe(200);
        try (var ears = Ears.open(newcomers.signIn("moza").http(), house.branch(), -1)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
        }
    }

    @Test
    void only_the_platform_suspends_and_it_says_why() {
        assertThat(house.asAdmin().post(suspension(), "{\"reason\":\"Me voy\"}").mustBe(403).code())
                .isEqualTo("PERMISSION_DENIED");
        assertThat(platform.post(suspension(), "{}").status()).isEqualTo(400);
        house.asAdmin().get(V + "/organization").mustBe(200);
    }

    @Test
    void who_is_demoted_hears_no_more_and_may_no_more_with_the_next_request() {
        var staff = newcomers.hire(house, "caja", "CASHIER");
        var caja = newcomers.signIn("caja");
        try (var ears = Ears.open(caja.http(), house.branch(), -1)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
            house.asAdmin()
                    .post(V + "/staff/" + staff + "/role", "{\"role\":\"KITCHEN\"}")
                    .mustBe(200);
            caja.http().get(V + "/staff").mustBe(401);
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.closedWith() == 4003);
        }
    }

    @Test
    void who_is_moved_to_another_branch_hears_no_more_of_the_old_one() {
        var staff = newcomers.hire(house, "caja", "CASHIER");
        var caja = newcomers.signIn("caja");
        var other =
                house.asAdmin()
                        .post(V + "/branches", "{\"name\":\"Barranco\",\"address\":\"Av. Grau 1\"}")
                        .mustBe(201)
                        .id();
        try (var ears = Ears.open(caja.http(), house.branch(), -1)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
            house.asAdmin()
                    .post(V + "/staff/" + staff + "/branches", "{\"branches\":[\"" + other + "\"]}")
                    .mustBe(200);
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.closedWith() == 4003);
        }
        assertThat(
                        newcomers
                                .signIn("caja")
                                .http()
                                .post(
                                        V + "/live/tickets",
                                        "{\"branch\":\"" + house.branch() + "\"}")
                                .mustBe(403)
                                .code())
                .isEqualTo("FOREIGN_BRANCH");
    }

    private String suspension() {
        return V + "/organizations/" + house.organization() + "/suspension";
    }

    private String ticketOf(Http who) {
        return who.base().replaceFirst("^http", "ws")
                + who.post(V + "/live/tickets", "{\"branch\":\"" + house.branch() + "\"}")
                        .mustBe(200)
                        .text("path");
    }

    private static boolean opens(String url) {
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(url), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return true;
        } catch (CompletionException _) {
            return false;
        }
    }

    /** Somebody of the platform itself; made when the program starts. */
    static Http platform(Http anybody) {
        var login = "{\"email\":\"plataforma@comanda.pe\",\"password\":\"plataforma-de-prueba\"}";
        return anybody.as(
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> anybody.post(V + "/auth/login", login),
                                answer -> answer.status() == 200)
                        .text("accessToken"));
    }
}
