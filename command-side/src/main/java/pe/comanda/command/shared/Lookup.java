package pe.comanda.command.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.domain.access.TenantScope;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A small read model of the command side: what decisions need from other aggregates. Kept in a
 * table, written in the batches of the processor {@link Processors#LOOKUPS}, and answered from
 * memory. What a batch has written is seen at once by the batch itself, and by everybody else when
 * it commits.
 *
 * @param <T> what is looked up: an immutable record
 */
public final class Lookup<T> {
    private final String kind;
    private final Class<T> type;
    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final Cache<String, Known<T>> cache;

    Lookup(
            String kind,
            Class<T> type,
            JdbcTemplate sql,
            JsonMapper json,
            @Nullable Duration staleAfter) {
        this.kind = kind;
        this.type = type;
        this.sql = sql;
        this.json = json;
        var builder = Caffeine.newBuilder().maximumSize(200_000);
        if (staleAfter != null) {
            builder.expireAfterWrite(staleAfter);
        }
        this.cache = builder.build();
    }

    public Optional<T> find(String id) {
        var written = pending();
        if (written != null && written.containsKey(id)) {
            return Optional.ofNullable(written.get(id)).map(Row::body);
        }
        var scope = TenantScope.current();
        var known = cache.getIfPresent(id);
        if (known == null || !known.answers(scope)) {
            known =
                    cache.asMap()
                            .compute(id, (_, before) -> Known.or(before, scope, () -> load(id)));
        }
        return Optional.ofNullable(known.body());
    }

    /** All entries of a branch, straight from the table. For what is asked rarely. */
    public List<T> inBranch(String branch) {
        return sql.query(
                "select body from lookup where kind = ? and branch_id = ? order by id",
                (row, _) -> json.readValue(row.getString(1), type),
                kind,
                branch);
    }

    /** All entries of an organization, straight from the table. For what is asked rarely. */
    public List<T> inOrganization(String organization) {
        return sql.query(
                "select body from lookup where kind = ? and organization_id = ? order by id",
                (row, _) -> json.readValue(row.getString(1), type),
                kind,
                organization);
    }

    /**
     * Writes an entry for the tenant that the event's metadata names. Only from event handlers of
     * the processor.
     */
    public void put(String id, MetaData of, T body) {
        writing().put(id, new Row<>(Owner.of(of), body));
    }

    public void remove(String id) {
        writing().put(id, null);
    }

    /** Before a replay. */
    public void clear() {
        sql.update("delete from lookup where kind = ?", kind);
        cache.invalidateAll();
    }

    private record Row<T>(Owner owner, T body) {}

    /**
     * What memory holds of an id: its entry, or for whom there is none. One tenant's question does
     * not hide the entry from its owner.
     *
     * @param missedBy the scopes that asked and may see no entry; empty beside a body
     */
    private record Known<T>(@Nullable T body, Set<String> missedBy) {
        static <T> Known<T> entry(T body) {
            return new Known<>(body, Set.of());
        }

        /** What was known before, where that answers; else what the table says. */
        static <T> Known<T> or(
                @Nullable Known<T> before, String scope, Supplier<@Nullable T> table) {
            if (before != null && before.answers(scope)) {
                return before;
            }
            var body = table.get();
            if (body != null) {
                return entry(body);
            }
            var missedBy = new HashSet<>(before == null ? Set.of() : before.missedBy());
            missedBy.add(scope);
            return new Known<>(null, Set.copyOf(missedBy));
        }

        boolean answers(String scope) {
            return body != null || missedBy.contains(scope);
        }
    }

    /** Null where there is none that the tenant in scope may see. */
    private @Nullable T load(String id) {
        return sql
                .query(
                        "select body from lookup where kind = ? and id = ?",
                        (row, _) -> json.readValue(row.getString(1), type),
                        kind,
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Map<String, @Nullable Row<T>> pending() {
        return CurrentUnitOfWork.map(
                        u -> u.root().<Map<String, @Nullable Row<T>>>getResource(resource()))
                .orElse(null);
    }

    private Map<String, @Nullable Row<T>> writing() {
        var root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(
                resource(),
                _ -> {
                    root.onPrepareCommit(this::flush);
                    root.afterCommit(this::publish);
                    return new LinkedHashMap<>();
                });
    }

    private void flush(UnitOfWork<?> unitOfWork) {
        Map<String, @Nullable Row<T>> rows = unitOfWork.root().getResource(resource());
        var removed = rows.entrySet().stream().filter(e -> e.getValue() == null).toList();
        sql.batchUpdate(
                "delete from lookup where kind = ? and id = ?",
                removed,
                100,
                (statement, row) -> {
                    statement.setString(1, kind);
                    statement.setString(2, row.getKey());
                });
        var written = rows.entrySet().stream().filter(e -> e.getValue() != null).toList();
        sql.batchUpdate(
                """
                insert into lookup (kind, id, organization_id, branch_id, body) values (?, ?, ?, ?, ?::jsonb)
                on conflict (kind, id) do update set body = excluded.body, branch_id = excluded.branch_id
                """,
                written,
                100,
                (statement, entry) -> {
                    var row = Objects.requireNonNull(entry.getValue());
                    statement.setString(1, kind);
                    statement.setString(2, entry.getKey());
                    statement.setString(3, row.owner().organization());
                    statement.setString(4, row.owner().branch());
                    statement.setString(5, json.writeValueAsString(row.body()));
                });
    }

    private void publish(UnitOfWork<?> unitOfWork) {
        Map<String, @Nullable Row<T>> rows = unitOfWork.root().getResource(resource());
        rows.forEach(
                (id, row) -> {
                    if (row == null) {
                        cache.invalidate(id);
                    } else {
                        cache.put(id, Known.entry(row.body()));
                    }
                });
    }

    private String resource() {
        return "lookup:" + kind;
    }
}
