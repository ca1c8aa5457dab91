package pe.comanda.boot.axon;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.util.Map;

/** Whether Axon Server is reached. Part of readiness: without it no command is answered. */
@Component("axonServer")
@ConditionalOnProperty(name = "comanda.event-store", havingValue = "axon-server")
class AxonServerHealth implements HealthIndicator {
    private final AxonServerConnectionManager connections;

    AxonServerHealth(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        var down =
                connections.connections().entrySet().stream()
                        .filter(connection -> !connection.getValue())
                        .map(Map.Entry::getKey)
                        .toList();
        return down.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("contexts", down).build();
    }
}
