package pe.comanda.api.shared;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Receipt;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends commands for a request: who asks, from where, under which idempotency key, against which
 * version.
 */
@Component
public class Commands {
    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Sends it for the request at hand. The future fails with the refusal. */
    public CompletableFuture<Receipt> send(Command command, Asking asking) {
        var metadata = new HashMap<String, Object>(asking.caller().toMetadata());
        put(metadata, MetadataKey.IDEMPOTENCY_KEY, asking.idempotencyKey());
        put(metadata, MetadataKey.BODY_DIGEST, asking.bodyDigest());
        put(metadata, MetadataKey.EXPECTED_VERSION, asking.expectedVersion());
        return send(command, metadata);
    }

    /** Sends it for somebody, outside any request. */
    public CompletableFuture<Receipt> send(Command command, Caller caller) {
        return send(command, new HashMap<>(caller.toMetadata()));
    }

    private CompletableFuture<Receipt> send(Command command, Map<String, Object> metadata) {
        return gateway.<Receipt>send(new GenericCommandMessage<>(command, metadata))
                .exceptionallyCompose(Commands::firstAnswer);
    }

    /** What was asked before under the same key is answered as before. */
    private static CompletableFuture<Receipt> firstAnswer(Throwable failure) {
        return Refusals.causeOf(failure) instanceof CommandExecutionException e
                        && e.<Object>getDetails().orElse(null) instanceof Receipt receipt
                ? CompletableFuture.completedFuture(receipt)
                : CompletableFuture.failedFuture(failure);
    }

    private static void put(Map<String, Object> metadata, String key, String value) {
        if (!value.isEmpty()) {
            metadata.put(key, value);
        }
    }
}
