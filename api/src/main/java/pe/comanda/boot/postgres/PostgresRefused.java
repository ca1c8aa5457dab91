package pe.comanda.boot.postgres;

import org.jspecify.annotations.Nullable;

/** Why there is no database, and what whoever runs the program can do about it. */
final class PostgresRefused extends RuntimeException {
    static final String OWN_DATABASE = "set SPRING_DATASOURCE_URL to a PostgreSQL of your own";

    private final String reason;
    private final String action;

    PostgresRefused(String reason, String action) {
        this(reason, action, null);
    }

    PostgresRefused(String reason, String action, @Nullable Throwable cause) {
        super(reason + ": " + action + ".", cause);
        this.reason = reason;
        this.action = action;
    }

    String reason() {
        return reason;
    }

    String action() {
        return action;
    }
}
