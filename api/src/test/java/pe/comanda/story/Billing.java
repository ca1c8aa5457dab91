package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody sells a chicha to take away, is paid and issues a document. */
public final class Billing {
    public static final String V = "/api/v1";
    public static final String BRANCH = "branch-demo-miraflores";
    public static final String BOLETA = "{\"type\":\"BOLETA\"}";
    public static final String FACTURA =
            """
            {"type":"FACTURA","buyer":
              {"documentType":"RUC","number":"20131312955","name":"Cliente de prueba"}}""";
    private static final String FAULTS = V + "/operations/stand-in/faults";

    private final String base;
    private final Map<String, Http> signedIn = new ConcurrentHashMap<>();

    Billing(int port) {
        this("http://localhost:" + port);
    }

    /**
     * @param base where the program listens
     */
    public Billing(String base) {
        this.base = base;
    }

    Http anybody() {
        return new Http(base, "");
    }

    public Http as(String who) {
        return signedIn.computeIfAbsent(who, name -> anybody().signIn(name));
    }

    public void fault(String mode, String code) {
        fault("", mode, code);
    }

    /**
     * @param series or {@code RA}, {@code RC}; empty for any
     */
    void fault(String series, String mode, String code) {
        var unused =
                as("admin")
                        .post(
                                FAULTS,
                                "{\"series\":\"%s\",\"mode\":\"%s\",\"code\":\"%s\"}"
                                        .formatted(series, mode, code))
                        .mustBe(201);
    }

    void calm() {
        var unused = as("admin").exchange("DELETE", FAULTS, null, Map.of());
    }

    String placed() {
        return as("caja")
                .post(
                        V + "/branches/" + BRANCH + "/orders",
                        """
                        {"type":"TAKEOUT","lines":[{"dish":"dish-demo-miraflores-chicha-morada","quantity":1}]}""")
                .mustBe(201)
                .id();
    }

    public String paid() {
        var order = placed();
        var unused =
                as("caja")
                        .post(V + "/orders/" + order + "/payments", "{\"method\":\"CASH\"}")
                        .mustBe(200);
        return order;
    }

    /** A chicha that was brought home in bags, and paid. */
    String delivered(String fee, int bags) {
        var order =
                as("caja")
                        .post(
                                V + "/branches/" + BRANCH + "/orders",
                                """
                                {"type":"DELIVERY","lines":[
                                  {"dish":"dish-demo-miraflores-chicha-morada","quantity":1},
                                  {"dish":"dish-demo-miraflores-bolsa","quantity":%d}]}"""
                                        .formatted(bags))
                        .mustBe(201)
                        .id();
        var charged =
                as("caja")
                        .post(V + "/orders/" + order + "/delivery-fee", "{\"fee\":\"" + fee + "\"}")
                        .mustBe(200);
        var paid =
                as("caja")
                        .post(V + "/orders/" + order + "/payments", "{\"method\":\"CARD\"}")
                        .mustBe(200);
        return order;
    }

    public String issued(String order, String what) {
        return as("caja").post(V + "/orders/" + order + "/invoices", what).mustBe(201).id();
    }

    public void voided(String invoice) {
        var unused =
                as("contadora")
                        .post(
                                V + "/invoices/" + invoice + "/void",
                                "{\"reason\":\"El cliente no se llevó nada\"}")
                        .mustBe(200);
    }

    /** Its way to SUNAT, step by step. */
    public JsonNode steps(String invoice) {
        return as("contadora")
                .get(V + "/invoices/" + invoice + "/timeline")
                .mustBe(200)
                .body()
                .path("steps");
    }

    /** The document, once it stands as named. */
    Http.Answer settled(String invoice, String status) {
        return settled(invoice, status, Duration.ofSeconds(60));
    }

    /** The document, once it stands as named. */
    public Http.Answer settled(String invoice, String status, Duration soon) {
        return await(invoice)
                .atMost(soon)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> as("contadora").get(V + "/invoices/" + invoice),
                        answer ->
                                answer.body()
                                        .path("summary")
                                        .path("status")
                                        .asString("")
                                        .equals(status));
    }
}
