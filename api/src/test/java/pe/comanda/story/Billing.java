package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody sells a chicha to take away, is paid and issues a document. */
final class Billing {
    static final String V = "/api/v1";
    static final String BRANCH = "branch-demo-miraflores";
    static final String BOLETA = "{\"type\":\"BOLETA\"}";
    static final String FACTURA =
            """
            {"type":"FACTURA","buyer":
              {"documentType":"RUC","number":"20131312955","name":"Cliente de prueba"}}""";
    private static final String FAULTS = V + "/operations/stand-in/faults";

    private final int port;
    private final Map<String, Http> signedIn = new ConcurrentHashMap<>();

    Billing(int port) {
        this.port = port;
    }

    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }

    Http as(String who) {
        return signedIn.computeIfAbsent(who, name -> anybody().signIn(name));
    }

    void fault(String mode, String code) {
        var unused =
                as("admin")
                        .post(FAULTS, "{\"mode\":\"%s\",\"code\":\"%s\"}".formatted(mode, code))
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

    String paid() {
        var order = placed();
        var unused =
                as("caja")
                        .post(V + "/orders/" + order + "/payments", "{\"method\":\"CASH\"}")
                        .mustBe(200);
        return order;
    }

    String issued(String order, String what) {
        return as("caja").post(V + "/orders/" + order + "/invoices", what).mustBe(201).id();
    }

    /** The document, once it stands as named. */
    Http.Answer settled(String invoice, String status) {
        return await().atMost(Duration.ofSeconds(60))
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
