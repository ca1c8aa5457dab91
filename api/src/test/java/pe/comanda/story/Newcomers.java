package pe.comanda.story;

import java.util.Map;
import java.util.UUID;

/** Organizations that sign up for one test each, and their people. */
final class Newcomers {
    static final String PASSWORD = "secreto-de-prueba";
    private final Http anybody;
    private final String key = UUID.randomUUID().toString().substring(0, 8);

    Newcomers(Http anybody) {
        this.anybody = anybody;
    }

    /** An organization that signed up, and its administrator signed in. */
    record Tenant(String organization, String branch, String admin, Http asAdmin) {}

    record SignedIn(Http http, String refreshToken) {}

    String slug() {
        return "prueba-" + key;
    }

    String mail(String who) {
        return who + "-" + key + "@prueba.pe";
    }

    Tenant signUp() {
        var answer = register(slug(), mail("admin"), null).mustBe(201);
        return new Tenant(
                answer.text("organization"),
                answer.text("branch"),
                answer.text("admin"),
                anybody.as(answer.body().path("session").path("accessToken").asString()));
    }

    Http.Answer register(String slug, String email, String ruc) {
        return anybody.exchange(
                "POST",
                "/api/v1/auth/register",
                """
                {"slug":"%s","name":"Prueba","ruc":%s,"adminName":"Ana Prueba","email":"%s","password":"%s"}"""
                        .formatted(slug, ruc == null ? "null" : "\"" + ruc + "\"", email, PASSWORD),
                // Each test is a device of its own: what one fails must not slow down another.
                Map.of("Comanda-Device", key));
    }

    /** Hires somebody and answers their id. */
    String hire(Tenant tenant, String who, String role) {
        return tenant.asAdmin()
                .post(
                        "/api/v1/staff",
                        """
                        {"name":"%s Prueba","email":"%s","password":"%s","role":"%s","branches":["%s"]}"""
                                .formatted(who, mail(who), PASSWORD, role, tenant.branch()))
                .mustBe(201)
                .id();
    }

    SignedIn signIn(String who) {
        return signedIn(login(who, PASSWORD).mustBe(200));
    }

    SignedIn signedIn(Http.Answer answer) {
        return new SignedIn(anybody.as(answer.text("accessToken")), answer.text("refreshToken"));
    }

    Http.Answer login(String who, String password) {
        return anybody.exchange(
                "POST",
                "/api/v1/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(mail(who), password),
                Map.of("Comanda-Device", key));
    }

    Http.Answer refresh(String token) {
        return anybody.exchange(
                "POST", "/api/v1/auth/refresh", "{\"refreshToken\":\"" + token + "\"}", Map.of());
    }
}
