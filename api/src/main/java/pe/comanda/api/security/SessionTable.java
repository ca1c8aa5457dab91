package pe.comanda.api.security;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where refresh families and the digests of their tokens are kept. */
@Component
class SessionTable {
    /** A used token is remembered this much longer than it was good, to recognize its return. */
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final RowMapper<Family> FAMILY =
            (row, _) -> new Family(row.getString(1), row.getString(2), row.getString(3));

    private final JdbcTemplate sql;
    private final TransactionTemplate together;

    SessionTable(JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.together = new TransactionTemplate(transactions);
    }

    record Family(String id, String staff, String organization) {}

    /** What came of an exchange. */
    sealed interface Outcome {}

    record Exchanged(Family family) implements Outcome {}

    record Reused(Family family) implements Outcome {}

    record Unknown() implements Outcome {}

    void open(
            Family family,
            byte[] digest,
            String device,
            String address,
            Instant now,
            Instant expires) {
        together.executeWithoutResult(
                _ -> {
                    sql.update(
                            """
                            insert into refresh_family (id, organization_id, staff_id, device, address, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """,
                            family.id(),
                            family.organization(),
                            family.staff(),
                            device,
                            address,
                            Timestamp.from(now));
                    insert(digest, family, now, expires);
                    tidy(family.staff(), now);
                });
    }

    Optional<String> staffOf(byte[] digest) {
        return sql
                .queryForList(
                        """
                        select f.staff_id from refresh_token t
                        join refresh_family f on f.id = t.family_id where t.digest = ?
                        """,
                        String.class,
                        digest)
                .stream()
                .findFirst();
    }

    /**
     * Marks the old token used and stores the new one, or ends the family where the old one was
     * used before. The mark is a compare-and-swap: of two that race, one finds it set.
     */
    Outcome exchange(byte[] old, byte[] next, Instant now, Instant expires) {
        return Objects.requireNonNull(
                together.execute(
                        _ -> {
                            var good =
                                    sql.query(
                                            """
                                            update refresh_token t set used_at = ? from refresh_family f
                                            where t.digest = ? and t.used_at is null and t.expires_at > ?
                                                and f.id = t.family_id and f.revoked_at is null
                                            returning f.id, f.staff_id, f.organization_id
                                            """,
                                            FAMILY,
                                            Timestamp.from(now),
                                            old,
                                            Timestamp.from(now));
                            if (good.isEmpty()) {
                                return reuse(old, now);
                            }
                            insert(next, good.getFirst(), now, expires);
                            return new Exchanged(good.getFirst());
                        }));
    }

    private Outcome reuse(byte[] digest, Instant now) {
        var family =
                sql.query(
                        """
                        select f.id, f.staff_id, f.organization_id from refresh_token t
                        join refresh_family f on f.id = t.family_id
                        where t.digest = ? and t.used_at is not null
                        """,
                        FAMILY,
                        digest);
        if (family.isEmpty()) {
            return new Unknown();
        }
        end(family.getFirst().id(), "refresh token used twice", now);
        return new Reused(family.getFirst());
    }

    void end(String family, String because, Instant now) {
        sql.update(
                """
                update refresh_family set revoked_at = ?, revoked_because = ?
                where id = ? and revoked_at is null
                """,
                Timestamp.from(now),
                because,
                family);
    }

    List<String> endAllOf(String staff, String because, Instant now) {
        return sql.queryForList(
                """
                update refresh_family set revoked_at = ?, revoked_because = ?
                where staff_id = ? and revoked_at is null returning id
                """,
                String.class,
                Timestamp.from(now),
                because,
                staff);
    }

    private void insert(byte[] digest, Family family, Instant now, Instant expires) {
        sql.update(
                """
                insert into refresh_token (digest, organization_id, family_id, issued_at, expires_at)
                values (?, ?, ?, ?, ?)
                """,
                digest,
                family.organization(),
                family.id(),
                Timestamp.from(now),
                Timestamp.from(expires));
    }

    /** Families of which nothing is good any more go when their owner signs in again. */
    private void tidy(String staff, Instant now) {
        sql.update(
                """
                delete from refresh_family f where f.staff_id = ? and not exists (
                    select 1 from refresh_token t where t.family_id = f.id and t.expires_at > ?)
                """,
                staff,
                Timestamp.from(now.minus(MEMORY)));
    }
}
