package pe.comanda.boot.axon;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/**
 * One setting chooses the event store: {@code comanda.event-store}. Axon's own switches follow from
 * it.
 */
final class EventStoreEnvironment implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var store = environment.getProperty("comanda.event-store", "postgres");
        boolean server = "axon-server".equals(store);
        if (!server && !"postgres".equals(store)) {
            throw new IllegalArgumentException(
                    "comanda.event-store is postgres or axon-server, not " + store);
        }
        if (!server
                && !environment
                        .getProperty("comanda.sides", "command,query,api")
                        .contains("command")) {
            throw new IllegalArgumentException(
                    "Sides in processes of their own are joined by Axon Server: set comanda.event-store=axon-server");
        }
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "eventStore",
                                Map.of(
                                        "axon.axonserver.enabled",
                                        String.valueOf(server),
                                        // Axon Server would keep events back that a reader has no
                                        // handler for, and its token would stand still meanwhile:
                                        // whoever waits for it to get there would wait in vain.
                                        "axon.axonserver.event-block-listing-enabled",
                                        "false")));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
