package pe.comanda.story;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests of screens, each in a house of its own. */
abstract class LiveScreens {
    @LocalServerPort private int port;
    LiveHouse house;

    @BeforeEach
    void a_house_of_its_own() {
        house = LiveHouse.opened(new Http("http://localhost:" + port, ""));
    }
}
