package pe.comanda.query.live;

import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.live.FeedMessage;
import pe.comanda.domain.live.LiveQuery.FeedBatch;
import pe.comanda.domain.live.LiveQuery.FollowFeed;
import pe.comanda.domain.live.LiveQuery.Head;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The feed of each branch: an unbroken sequence of messages. One processor writes it, so counting
 * is safe.
 */
@Component
class Feed {
    private static final int PAGE = 1_000;
    private final JdbcTemplate sql;
    private final QueryUpdateEmitter emitter;

    Feed(JdbcTemplate sql, QueryUpdateEmitter emitter) {
        this.sql = sql;
        this.emitter = emitter;
    }

    record Entry(String organization, FeedMessage message) {}

    /** Numbers and stores the messages, in their order. */
    List<FeedMessage> append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var heads = new HashMap<String, Long>();
        var numbered = new ArrayList<FeedMessage>(entries.size());
        var rows = new ArrayList<Entry>(entries.size());
        for (var entry : entries) {
            var m = entry.message();
            long sequence = heads.computeIfAbsent(m.branch(), this::head) + 1;
            heads.put(m.branch(), sequence);
            var message =
                    new FeedMessage(
                            m.branch(),
                            sequence,
                            m.rooms(),
                            m.type(),
                            m.body(),
                            m.position(),
                            m.at());
            numbered.add(message);
            rows.add(new Entry(entry.organization(), message));
        }
        sql.batchUpdate(
                """
                insert into feed_message (organization_id, branch_id, sequence, rooms, type, body, position, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                200,
                (statement, row) -> {
                    var m = row.message();
                    statement.setString(1, row.organization());
                    statement.setString(2, m.branch());
                    statement.setLong(3, m.sequence());
                    statement.setString(4, String.join(" ", m.rooms()));
                    statement.setString(5, m.type());
                    statement.setString(6, m.body());
                    statement.setLong(7, m.position());
                    statement.setTimestamp(8, Timestamp.from(m.at()));
                });
        return numbered;
    }

    void publish(List<FeedMessage> messages) {
        if (!messages.isEmpty()) {
            emitter.emit(FollowFeed.class, _ -> true, new FeedBatch(messages, 0, 0));
        }
    }

    FeedBatch after(String branch, long sequence) {
        var messages =
                sql.query(
                        """
                select branch_id, sequence, rooms, type, body, position, at from feed_message
                where branch_id = ? and sequence > ? order by sequence limit ?
                """,
                        (row, _) ->
                                new FeedMessage(
                                        row.getString(1),
                                        row.getLong(2),
                                        List.of(row.getString(3).split(" ", -1)),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getLong(6),
                                        row.getTimestamp(7).toInstant()),
                        branch,
                        sequence,
                        PAGE);
        return new FeedBatch(messages, oldest(branch), head(branch));
    }

    long head(String branch) {
        return edge("max", branch);
    }

    List<Head> heads(List<String> branches) {
        return branches.stream().map(branch -> new Head(branch, edge("max", branch))).toList();
    }

    private long oldest(String branch) {
        return edge("min", branch);
    }

    private long edge(String side, String branch) {
        Long found =
                sql.queryForObject(
                        "select coalesce("
                                + side
                                + "(sequence), 0) from feed_message where branch_id = ?",
                        Long.class,
                        branch);
        return found == null ? 0 : found;
    }
}
