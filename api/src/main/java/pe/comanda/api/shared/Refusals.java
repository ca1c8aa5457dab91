package pe.comanda.api.shared;

import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.RuleViolated;

import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds the refusal in whatever came back. */
public final class Refusals {
    private Refusals() {}

    static Throwable causeOf(Throwable failure) {
        var cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The refusal, or null where something broke. */
    public static @Nullable Refusal in(Throwable failure) {
        for (var cause = failure;
                cause != null && cause != cause.getCause();
                cause = cause.getCause()) {
            switch (cause) {
                case RuleViolated rule -> {
                    return new Refusal(rule.rule().name(), rule.details());
                }
                case MalformedValue malformed -> {
                    return new Refusal(
                            malformed.code(),
                            Map.of("message", String.valueOf(malformed.getMessage())));
                }
                case HandlerExecutionException handler
                        when handler.<Object>getDetails().orElse(null)
                                instanceof Refusal refusal -> {
                    return refusal;
                }
                default -> {}
            }
        }
        return null;
    }
}
