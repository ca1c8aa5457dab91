package pe.comanda.story;

import java.util.concurrent.atomic.AtomicInteger;

/** A table of the demo's first branch, made for one test. */
record DemoTable(String id, String qr) {
    static final String HERE = Story.V + "/branches/" + Story.BRANCH;

    /** The demo's own tables are far below. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(500);

    static DemoTable made(Http anybody) {
        var manager = anybody.signIn("gerente");
        int number = NUMBERS.incrementAndGet();
        var made = manager.post(HERE + "/tables", "{\"number\":" + number + "}").mustBe(201);
        var view = manager.get(HERE + "/tables/" + made.id(), made).mustBe(200);
        return new DemoTable(made.id(), view.text("qrToken"));
    }

    /** Where whoever scans its code asks for a session. */
    String sessions() {
        return Story.V + "/public/tables/" + qr + "/sessions";
    }

    Http.Answer seats(Http who) {
        return who.post(HERE + "/tables/" + id + "/sessions", "{\"guests\":2}");
    }

    Http.Answer marked(Http who, String status) {
        return who.post(HERE + "/tables/" + id + "/status", "{\"status\":\"" + status + "\"}");
    }
}
