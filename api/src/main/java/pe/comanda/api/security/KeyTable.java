package pe.comanda.api.security;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Where signing keys are kept. They are the platform's, not a tenant's. */
@Component
class KeyTable {
    private final JdbcTemplate sql;
    private final TransactionTemplate together;

    KeyTable(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.together = new TransactionTemplate(transactions);
    }

    record Row(String id, String publicKey, byte[] privateKey, Instant createdAt) {}

    /** Those that sign or verify at this moment, the one that signs first. */
    List<Row> valid(Instant now) {
        return sql.query(
                """
                select id, public_key, private_key, created_at from signing_key
                where verifies_until is null or verifies_until > ?
                order by verifies_until is null desc, created_at desc
                """,
                (row, _) ->
                        new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getBytes(3),
                                row.getTimestamp(4).toInstant()),
                Timestamp.from(now));
    }

    /** Where two nodes start on an empty table at once, the first one's key counts. */
    void addFirst(String id, String publicKey, byte[] privateKey, Instant now) {
        sql.update(
                """
                insert into signing_key (id, public_key, private_key, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                id,
                publicKey,
                privateKey,
                Timestamp.from(now));
    }

    void replace(
            String id, String publicKey, byte[] privateKey, Instant now, Instant oldVerifiesUntil) {
        together.executeWithoutResult(
                _ -> {
                    sql.update("lock table signing_key in share row exclusive mode");
                    sql.update(
                            "update signing_key set verifies_until = least(coalesce(verifies_until, ?), ?)",
                            Timestamp.from(oldVerifiesUntil),
                            Timestamp.from(oldVerifiesUntil));
                    sql.update(
                            "delete from signing_key where verifies_until <= ?",
                            Timestamp.from(now));
                    sql.update(
                            "insert into signing_key (id, public_key, private_key, created_at) values (?, ?, ?, ?)",
                            id,
                            publicKey,
                            privateKey,
                            Timestamp.from(now));
                });
    }
}
