package pe.comanda.story;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import pe.comanda.ComandaApplication;

/** The same evening with commands, events and queries on a real Axon Server. */
@EnabledIfEnvironmentVariable(
        named = "AXONSERVER_TEST",
        matches = ".+",
        disabledReason = "Set AXONSERVER_TEST=host:port of an empty Axon Server to run this")
@SpringBootTest(
        classes = ComandaApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "comanda.data=target/integration-axon-server",
            "comanda.demo=always",
            "comanda.event-store=axon-server",
            "axon.axonserver.servers=${AXONSERVER_TEST}"
        })
@DirtiesContext
class StoryOnAxonServerTest extends Story {
    @LocalServerPort private int port;

    @Override
    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
