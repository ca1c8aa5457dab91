package pe.comanda.story;

import static org.awaitility.Awaitility.await;

import pe.comanda.story.Newcomers.Tenant;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A party that has scanned a new table's code, asked, and was let in. */
record Guest(String session, String table, String qr, Http http) {
    private static final String V = "/api/v1";
    private static final AtomicInteger TABLES = new AtomicInteger();

    static Guest seatedIn(Tenant house, Http waiter, Http anybody) {
        var admin = house.asAdmin();
        var here = V + "/branches/" + house.branch();
        var number = TABLES.incrementAndGet();
        var made = admin.post(here + "/tables", "{\"number\":" + number + "}").mustBe(201);
        var qr = admin.get(here + "/tables/" + made.id(), made).mustBe(200).text("qrToken");
        var asked =
                anybody.post(V + "/public/tables/" + qr + "/sessions", "{\"name\":\"Ana\"}")
                        .mustBe(201);
        var session = asked.text("session");
        waiter.post(here + "/sessions/" + session + "/approval", "{}").mustBe(200);
        var claim = "{\"claim\":\"" + asked.text("claim") + "\"}";
        var token =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () ->
                                        anybody.post(
                                                V + "/public/sessions/" + session + "/token",
                                                claim),
                                answer -> answer.status() == 200)
                        .text("token");
        return new Guest(session, made.id(), qr, anybody.as(token));
    }
}
