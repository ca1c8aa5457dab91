package pe.comanda.api.shared;

import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Whether something failed because Axon Server or the database could not be reached, or ended what
 * was under way: nobody's fault and soon over. Where the answer to a commit was lost nobody knows
 * what became of it; the same request under the same idempotency key tells.
 */
final class Outage {
    /** SQL states of connections that fail. */
    private static final String CONNECTION = "08";

    /**
     * A transaction that lasted too long (idle, or in all), a server that shuts down, crashed or
     * starts, and one that has no connection left.
     */
    private static final Set<String> STATES =
            Set.of("25P03", "25P04", "57P01", "57P02", "57P03", "53300");

    private Outage() {}

    static boolean isIn(Throwable failure) {
        return switch (Refusals.causeOf(failure)) {
            case NoHandlerForCommandException _,
                    AxonServerCommandDispatchException _,
                    AxonServerQueryDispatchException _,
                    AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _ ->
                    true;
            case Throwable other -> isOfTheDatabase(other);
        };
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        for (var cause = failure;
                cause != null && cause != cause.getCause();
                cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused && isOne(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || STATES.contains(state));
    }
}
