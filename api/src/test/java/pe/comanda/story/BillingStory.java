package pe.comanda.story;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;

/** A shop that issues documents; after each test its SUNAT answers as it should. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BillingStory {
    @LocalServerPort private int port;
    Billing shop;

    @BeforeEach
    void open() {
        shop = new Billing(port);
    }

    @AfterEach
    void calm() {
        shop.calm();
    }
}
