package pe.comanda.boot.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Two sentences on the console instead of a stack trace. */
final class PostgresRefusedAnalyzer extends AbstractFailureAnalyzer<PostgresRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresRefused cause) {
        return new FailureAnalysis(cause.reason() + ".", "Please " + cause.action() + ".", cause);
    }
}
