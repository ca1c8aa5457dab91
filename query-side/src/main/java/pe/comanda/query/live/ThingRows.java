package pe.comanda.query.live;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of what the feed tells besides orders: one row a thing, its state as the last message
 * told it. Written by the batch that writes the feed, so a snapshot and its sequence agree.
 */
@Component
class ThingRows {
    private final JdbcTemplate sql;
    private final JsonMapper json;

    ThingRows(JdbcTemplate sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    <T> Optional<T> find(Kind kind, String id, Class<T> type) {
        return sql
                .query(
                        "select body from live_thing where kind = ? and id = ?",
                        (row, _) -> json.readValue(row.getString(1), type),
                        kind.name(),
                        id)
                .stream()
                .findFirst();
    }

    /** What a snapshot shows to those who are in one of the rooms: rendered, in order of id. */
    Map<Kind, List<String>> shown(String branch, Set<String> rooms) {
        var found = new EnumMap<Kind, List<String>>(Kind.class);
        sql.query(
                """
                select kind, body from live_thing
                where branch_id = ? and shown and string_to_array(rooms, ' ') && string_to_array(?, ' ')
                order by kind, id
                """,
                row -> {
                    found.computeIfAbsent(Kind.valueOf(row.getString(1)), _ -> new ArrayList<>())
                            .add(row.getString(2));
                },
                branch,
                String.join(" ", rooms));
        return found;
    }

    void write(Collection<Thing> things) {
        delete(things.stream().filter(t -> t.standing() == Standing.GONE).toList());
        upsert(things.stream().filter(t -> t.standing() != Standing.GONE).toList());
    }

    private void upsert(List<Thing> things) {
        if (things.isEmpty()) {
            return;
        }
        sql.batchUpdate(
                """
                insert into live_thing (kind, id, organization_id, branch_id, rooms, shown, body)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, id) do update set rooms = excluded.rooms, shown = excluded.shown,
                    body = excluded.body
                """,
                things,
                200,
                (statement, thing) -> {
                    statement.setString(1, thing.kind().name());
                    statement.setString(2, thing.id());
                    statement.setString(3, thing.tenant().organization());
                    statement.setString(4, thing.tenant().branch());
                    statement.setString(5, String.join(" ", thing.rooms()));
                    statement.setBoolean(6, thing.standing() == Standing.SHOWN);
                    statement.setString(7, json.writeValueAsString(thing.state()));
                });
    }

    private void delete(List<Thing> things) {
        if (things.isEmpty()) {
            return;
        }
        sql.batchUpdate(
                "delete from live_thing where kind = ? and id = ?",
                things,
                200,
                (statement, thing) -> {
                    statement.setString(1, thing.kind().name());
                    statement.setString(2, thing.id());
                });
    }

    void clear(Kind kind) {
        sql.update("delete from live_thing where kind = ?", kind.name());
    }
}
