package pe.comanda.api.shared;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.Query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks queries for a request, and passes on how far the caller has seen ({@code Comanda-Position}).
 */
@Component
public class Queries {
    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The view; refuses with {@code NOT_FOUND} where there is none that the caller may see. */
    public <V> CompletableFuture<V> ask(Query<V> query, Class<V> view, Asking asking) {
        return find(query, view, asking)
                .thenApply(found -> found.orElseThrow(AccessRule.NOT_FOUND::broken));
    }

    /**
     * The same, for routes that write their answer themselves: in this process the answer is there
     * at once, and handing it to another thread would cost more than it.
     */
    public <V> V askNow(Query<V> query, Class<V> view, Asking asking) {
        return ask(query, view, asking).orTimeout(5, TimeUnit.SECONDS).join();
    }

    public <V> CompletableFuture<Optional<V>> find(Query<V> query, Class<V> view, Asking asking) {
        var metadata = new HashMap<String, Object>(asking.caller().toMetadata());
        if (!asking.minPosition().isEmpty()) {
            metadata.put(MetadataKey.MIN_POSITION, asking.minPosition());
        }
        return find(query, view, metadata);
    }

    /** Asks for somebody, outside any request. */
    public <V> CompletableFuture<Optional<V>> find(Query<V> query, Class<V> view, Caller caller) {
        return find(query, view, new HashMap<>(caller.toMetadata()));
    }

    private <V> CompletableFuture<Optional<V>> find(
            Query<V> query, Class<V> view, Map<String, Object> metadata) {
        return gateway.query(
                query.getClass().getName(),
                new GenericMessage<>(query, metadata),
                ResponseTypes.optionalInstanceOf(view));
    }
}
