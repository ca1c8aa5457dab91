package pe.comanda.boot.database;

import java.time.Duration;

/**
 * How long a transaction may last before PostgreSQL ends it.
 *
 * <p>An event has its position before it is committed. A reader that comes to what is behind it
 * remembers the gap, and Axon gives a gap up when what follows it is a minute old: an event that is
 * committed later than that no view would ever see. What follows may itself have waited in its
 * transaction, so two limits together stay below the minute.
 *
 * <p>Said to every connection and not by the settings of a server or role: so it holds on a
 * PostgreSQL that somebody else looks after. Flyway's connections are not of the pool; a migration
 * may take its time.
 */
final class TransactionLimit {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** PostgreSQL 15 and 16 know only the first, which ends those that do nothing. */
    private static final String SET =
            """
            select set_config(name, '%d', false) from pg_settings
            where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')""";

    private TransactionLimit() {}

    static String sql(Duration limit) {
        if (limit.compareTo(LEAST) < 0 || limit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "comanda.postgres.transaction-limit is between 1s and 30s, not " + limit);
        }
        return SET.formatted(limit.toMillis());
    }
}
