package pe.comanda.command.shared;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.Command;

import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends the commands of sagas and policies: as the program itself, because of an event. */
@Component
public class InternalCommands {
    private static final long PATIENCE_SECONDS = 30;
    private final CommandGateway gateway;

    public InternalCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Sends what cannot be refused. A refusal is a defect, and stops the processor loudly. */
    public void send(Command command, MetaData event) {
        var refusal = ask(command, event);
        if (refusal.isPresent()) {
            throw new IllegalStateException("Refused: " + refusal.get() + " for " + command);
        }
    }

    /**
     * Sends, waits for the answer, and returns the refusal where there is one. Inside the batch of
     * a processor the gate answers a refusal; from another node it comes as the details of an
     * exception. Anything else that fails is thrown.
     *
     * @param event metadata of the event that the command follows from
     */
    public Optional<Refusal> ask(Command command, MetaData event) {
        var owner = Owner.of(event);
        var caller =
                Caller.system(
                        owner.organization(),
                        owner.branch(),
                        String.valueOf(event.getOrDefault(MetadataKey.CORRELATION, "")));
        var message = new GenericCommandMessage<>(command, new HashMap<>(caller.toMetadata()));
        try {
            var answer = gateway.<Object>send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return answer instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
        } catch (ExecutionException e) {
            var refusal = refusalIn(e);
            if (refusal != null) {
                return Optional.of(refusal);
            }
            throw new IllegalStateException("Failed: " + command.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "No answer to " + command.getClass().getSimpleName(), e);
        }
    }

    private static @Nullable Refusal refusalIn(ExecutionException failure) {
        return failure.getCause() instanceof HandlerExecutionException handler
                        && handler.<Object>getDetails().orElse(null) instanceof Refusal refusal
                ? refusal
                : null;
    }
}
