package pe.comanda.story;

import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

/** The evening on the defaults: embedded PostgreSQL, events in it. */
@IntegrationTest
class StoryTest extends Story {
    @LocalServerPort private int port;

    @Override
    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
