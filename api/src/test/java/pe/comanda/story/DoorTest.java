package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Who gets in, who is thrown out, and when: over HTTP and WebSocket, on a real database. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorTest {
    private static final String V = "/api/v1";
    @LocalServerPort private int port;
    private Http anybody;
    private Newcomers newcomers;

    @BeforeEach
    void somebody_new() {
        anybody = new Http("http://localhost:" + port, "");
        newcomers = new Newcomers(anybody);
    }

    @Test
    void signing_up_makes_organization_branch_and_administrator_at_once() {
        var tenant = newcomers.signUp();
        var admin = tenant.asAdmin();
        assertThat(admin.get(V + "/organization").mustBe(200).text("slug"))
                .isEqualTo(newcomers.slug());
        var branches = admin.get(V + "/branches").mustBe(200).body().path("items");
        assertThat(branches).hasSize(1);
        assertThat(branches.get(0).path("id").asString()).isEqualTo(tenant.branch());
        assertThat(admin.get(V + "/auth/me").text("role")).isEqualTo("ORG_ADMIN");
    }

    @Test
    void a_sign_up_that_is_refused_leaves_nothing_behind() {
        var tenant = newcomers.signUp();
        var others = new Newcomers(anybody);
        var ruc = "20131312955";
        assertThat(others.register(others.slug(), newcomers.mail("admin"), ruc).code())
                .isEqualTo("EMAIL_TAKEN");
        assertThat(others.register(newcomers.slug(), others.mail("admin"), ruc).code())
                .isEqualTo("SLUG_TAKEN");
        others.register(others.slug(), others.mail("admin"), ruc).mustBe(201);
        var third = new Newcomers(anybody);
        assertThat(third.register(third.slug(), third.mail("admin"), ruc).code())
                .isEqualTo("RUC_TAKEN");
        assertThat(tenant.asAdmin().get(V + "/branches").body().path("items")).hasSize(1);
    }

    @Test
    void two_who_sign_up_with_one_slug_at_once_get_one_organization() throws Exception {
        var codes =
                atOnce(
                        () -> newcomers.register(newcomers.slug(), newcomers.mail("a"), null),
                        () -> newcomers.register(newcomers.slug(), newcomers.mail("b"), null));
        assertThat(codes).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void a_refresh_token_works_once_and_its_return_ends_the_whole_family() {
        var tenant = newcomers.signUp();
        newcomers.hire(tenant, "moza", "WAITER");
        var first = newcomers.signIn("moza");
        var second = newcomers.signedIn(newcomers.refresh(first.refreshToken()).mustBe(200));
        second.http().get(V + "/auth/me").mustBe(200);
        assertThat(newcomers.refresh(first.refreshToken()).mustBe(401).code())
                .isEqualTo("REFRESH_TOKEN_REUSED");
        assertThat(newcomers.refresh(second.refreshToken()).mustBe(401).code())
                .isEqualTo("REFRESH_TOKEN_INVALID");
        assertThat(second.http().get(V + "/auth/me").mustBe(401).code()).isEqualTo("TOKEN_INVALID");
        newcomers.signIn("moza").http().get(V + "/auth/me").mustBe(200);
    }

    @Test
    void of_many_who_refresh_with_one_token_at_once_one_succeeds_and_nobody_stays()
            throws Exception {
        newcomers.signUp();
        var session = newcomers.signIn("admin");
        Callable<Http.Answer> refresh = () -> newcomers.refresh(session.refreshToken());
        var answers = atOnce(refresh, refresh, refresh, refresh);
        var successes = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(successes).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(3);
        var winner = newcomers.signedIn(successes.getFirst());
        newcomers.refresh(winner.refreshToken()).mustBe(401);
        winner.http().get(V + "/auth/me").mustBe(401);
    }

    @Test
    void one_device_or_all_of_them_are_logged_out() {
        newcomers.signUp();
        var till = newcomers.signIn("admin");
        var phone = newcomers.signIn("admin");
        var tablet = newcomers.signIn("admin");
        till.http().post(V + "/auth/logout", "{}").mustBe(204);
        till.http().get(V + "/auth/me").mustBe(401);
        newcomers.refresh(till.refreshToken()).mustBe(401);
        phone.http().get(V + "/auth/me").mustBe(200);
        phone.http().post(V + "/auth/logout-all", "{}").mustBe(204);
        phone.http().get(V + "/auth/me").mustBe(401);
        tablet.http().get(V + "/auth/me").mustBe(401);
        newcomers.refresh(tablet.refreshToken()).mustBe(401);
    }

    @Test
    void who_is_disabled_is_out_with_the_next_request_and_the_socket_closes() {
        var tenant = newcomers.signUp();
        var staff = newcomers.hire(tenant, "moza", "WAITER");
        var moza = newcomers.signIn("moza");
        try (var ears = Ears.open(moza.http(), tenant.branch(), -1)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.heard("snapshot"));
            tenant.asAdmin()
                    .post(V + "/staff/" + staff + "/disabling", "{\"reason\":\"se fue\"}")
                    .mustBe(200);
            moza.http().get(V + "/branches").mustBe(401);
            await().atMost(Duration.ofSeconds(10)).until(() -> ears.closedWith() == 4003);
        }
        newcomers.refresh(moza.refreshToken()).mustBe(401);
        assertThat(newcomers.login("moza", Newcomers.PASSWORD).mustBe(401).code())
                .isEqualTo("STAFF_NOT_ACTIVE");
    }

    @Test
    void who_gets_another_role_or_password_signs_in_again() {
        var tenant = newcomers.signUp();
        var staff = newcomers.hire(tenant, "moza", "CASHIER");
        var before = newcomers.signIn("moza");
        tenant.asAdmin()
                .post(V + "/staff/" + staff + "/role", "{\"role\":\"KITCHEN\"}")
                .mustBe(200);
        before.http().get(V + "/branches").mustBe(401);
        newcomers.refresh(before.refreshToken()).mustBe(401);
        var after = newcomers.signIn("moza");
        assertThat(after.http().get(V + "/staff").mustBe(403).code())
                .isEqualTo("PERMISSION_DENIED");
        tenant.asAdmin()
                .post(V + "/staff/" + staff + "/password", "{\"password\":\"otra-clave-9\"}")
                .mustBe(200);
        after.http().get(V + "/branches").mustBe(401);
        newcomers.login("moza", Newcomers.PASSWORD).mustBe(401);
        newcomers.login("moza", "otra-clave-9").mustBe(200);
    }

    @Test
    void of_two_administrators_who_dismiss_one_another_at_once_one_stays() throws Exception {
        var tenant = newcomers.signUp();
        var second =
                tenant.asAdmin()
                        .post(
                                V + "/staff",
                                """
                                {"name":"Eva","email":"%s","password":"%s","role":"ORG_ADMIN"}"""
                                        .formatted(newcomers.mail("eva"), Newcomers.PASSWORD))
                        .mustBe(201)
                        .id();
        var eva = newcomers.signIn("eva").http();
        var reason = "{\"reason\":\"diferencias\"}";
        var answers =
                atOnce(
                        () -> tenant.asAdmin().post(V + "/staff/" + second + "/disabling", reason),
                        () -> eva.post(V + "/staff/" + tenant.admin() + "/disabling", reason));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        var survivor = answers.getFirst().status() == 200 ? tenant.asAdmin() : eva;
        survivor.get(V + "/staff").mustBe(200);
    }

    @Test
    void guessing_passwords_is_slowed_down_for_the_account_and_not_for_its_neighbours() {
        var tenant = newcomers.signUp();
        newcomers.hire(tenant, "moza", "WAITER");
        var last = newcomers.login("admin", "adivino-0");
        for (int i = 1; i < 12 && last.status() == 401; i++) {
            last = newcomers.login("admin", "adivino-" + i);
        }
        assertThat(last.mustBe(429).code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(last.headers().get("retry-after")).isNotEmpty();
        newcomers.login("moza", Newcomers.PASSWORD).mustBe(200);
    }

    @Test
    void an_unknown_account_is_refused_like_a_wrong_password() {
        newcomers.signUp();
        var unknown = newcomers.login("nadie", "cualquiera").mustBe(401);
        var wrong = newcomers.login("admin", "cualquiera").mustBe(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void two_editors_of_different_settings_both_get_their_way() throws Exception {
        var tenant = newcomers.signUp();
        var path = V + "/branches/" + tenant.branch() + "/settings";
        var answers =
                atOnce(
                        () -> tenant.asAdmin().post(path, "{\"inventory\":false}"),
                        () -> tenant.asAdmin().post(path, "{\"serviceCharge\":\"0.10\"}"),
                        () -> tenant.asAdmin().post(path, "{\"autoApproveSessions\":true}"));
        assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
        var settings =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () ->
                                        tenant.asAdmin()
                                                .get(V + "/branches/" + tenant.branch())
                                                .body(),
                                view -> view.path("version").asInt() == 3)
                        .path("settings");
        assertThat(settings.path("inventory").asBoolean()).isFalse();
        assertThat(settings.path("autoApproveSessions").asBoolean()).isTrue();
        assertThat(settings.path("serviceCharge").isString()).isTrue();
        assertThat(new BigDecimal(settings.path("serviceCharge").asString()))
                .isEqualByComparingTo("0.10");
    }

    @Test
    void a_key_is_rotated_and_nobody_notices() {
        var tenant = newcomers.signUp();
        var before = anybody.get("/.well-known/jwks.json").mustBe(200).body().path("keys").size();
        tenant.asAdmin().post(V + "/operations/signing-keys", "{}").mustBe(403);
        var platform = SuspensionTest.platform(anybody);
        var rotated = platform.post(V + "/operations/signing-keys", "{}");
        assertThat(rotated.status()).isIn(200, 429);
        tenant.asAdmin().get(V + "/auth/me").mustBe(200);
        if (rotated.status() == 200) {
            assertThat(anybody.get("/.well-known/jwks.json").body().path("keys"))
                    .hasSize(before + 1);
        }
        newcomers.signIn("admin").http().get(V + "/auth/me").mustBe(200);
        tenant.asAdmin().post(V + "/operations/signing-keys?distrust=true", "{}").mustBe(403);
    }

    @Test
    void routes_are_closed_to_whoever_brings_no_token_or_a_bad_one() {
        assertThat(anybody.get(V + "/branches").mustBe(401).code()).isEqualTo("TOKEN_REQUIRED");
        assertThat(anybody.as("nonsense").get(V + "/branches").mustBe(401).code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(anybody.get(V + "/no/such/route").mustBe(401).code())
                .isEqualTo("TOKEN_REQUIRED");
        anybody.get("/actuator/health").mustBe(200);
        anybody.get("/actuator/prometheus").mustBe(401);
    }

    @SafeVarargs
    private static ArrayList<Http.Answer> atOnce(Callable<Http.Answer>... requests)
            throws Exception {
        var start = new CyclicBarrier(requests.length);
        var answers = new ArrayList<Http.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    Arrays.stream(requests)
                            .map(
                                    request ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return request.call();
                                                    }))
                            .toList();
            for (var answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
