package pe.comanda.command.shared;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.Command;

import java.util.Map;

/**
 * Sees what only a commit can tell. Where another node was faster on the same aggregate, the
 * command is decided again on what that node did; where the aggregate exists already, that is a
 * refusal like any other.
 */
final class PatientCommandBus extends SimpleCommandBus {
    private static final int ATTEMPTS = 4;

    /**
     * Axon Server's code for an event whose sequence number is taken; it arrives as a bare gRPC
     * status.
     */
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";

    PatientCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        attempt(command, handler, callback, 1);
    }

    private <C, R> void attempt(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback,
            int attempt) {
        super.<C, R>handle(
                command,
                handler,
                (message, result) -> {
                    var failure = result.isExceptional() ? commitFailure(result) : null;
                    if (failure instanceof AggregateStreamCreationException) {
                        callback.onResult(message, exists(command, failure));
                    } else if (failure != null && attempt < ATTEMPTS) {
                        attempt(command, handler, callback, attempt + 1);
                    } else {
                        callback.onResult(message, result);
                    }
                });
    }

    /** The failure of the commit, where it was one of those that this bus understands. */
    private static @Nullable Exception commitFailure(CommandResultMessage<?> result) {
        for (var cause = result.exceptionResult(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AggregateStreamCreationException created) {
                return created;
            }
            if (cause instanceof ConcurrencyException concurrency) {
                return concurrency;
            }
            var said = String.valueOf(cause.getMessage());
            if (said.contains(INVALID_SEQUENCE)) {
                return said.contains("sequence number 0 ")
                        ? new AggregateStreamCreationException(said, cause)
                        : new ConcurrencyException(said, cause);
            }
        }
        return null;
    }

    private static <R> CommandResultMessage<R> exists(
            CommandMessage<?> command, Exception failure) {
        var target = ((Command) command.getPayload()).target().value();
        var refusal = new Refusal(AccessRule.ALREADY_EXISTS.name(), Map.of("id", target));
        return asCommandResultMessage(
                new CommandExecutionException(refusal.code(), failure, refusal));
    }
}
