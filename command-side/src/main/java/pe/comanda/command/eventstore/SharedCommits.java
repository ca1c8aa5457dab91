package pe.comanda.command.eventstore;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

/**
 * Stores what several commands decided at the same moment by one statement, which is a transaction
 * by itself: one round trip and one commit for all of them, where each would need two and its own.
 * Whoever comes while others write waits, and is written together with everybody else who waits.
 *
 * <p>Each command stays all or nothing for itself. Where one of them breaks a constraint, nothing
 * of the statement is stored; then each is stored alone, so that it fails alone.
 */
final class SharedCommits {
    /** While one statement waits for the disk the next one may be on its way. */
    private static final int WRITERS = 2;

    private static final int MOST_EVENTS = 256;
    private static final String INTEGRITY = "23";

    private final DataSource dataSource;
    private final Deque<Part> waiting = new ArrayDeque<>();
    private int writing;

    SharedCommits(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What one command stores, and what became of it. */
    private static final class Part {
        private final List<EventRow> rows;
        private long[] positions = {};
        private @Nullable Throwable failure;

        /** True: it is this part's turn to write. False: somebody else wrote it. */
        private final CompletableFuture<Boolean> mayWrite = new CompletableFuture<>();

        private Part(List<EventRow> rows) {
            this.rows = rows;
        }
    }

    /** Stores the events of one command. Answers their positions once they are on disk. */
    long[] store(List<EventRow> rows) throws SQLException {
        var mine = new Part(rows);
        lineUp(mine);
        if (mine.mayWrite.join()) {
            var parts = List.of(mine);
            try {
                parts = withThoseWhoWait(mine);
                write(parts);
            } finally {
                handOn();
                parts.forEach(part -> part.mayWrite.complete(false));
            }
        }
        return switch (mine.failure) {
            case null -> mine.positions;
            case SQLException refused -> throw refused;
            case Throwable broken ->
                    throw new SQLException("These events are not known to be stored", broken);
        };
    }

    private synchronized void lineUp(Part part) {
        if (writing < WRITERS) {
            writing++;
            part.mayWrite.complete(true);
        } else {
            waiting.add(part);
        }
    }

    private synchronized List<Part> withThoseWhoWait(Part first) {
        var parts = new ArrayList<Part>();
        parts.add(first);
        int events = first.rows.size();
        while (!waiting.isEmpty() && events + waiting.getFirst().rows.size() <= MOST_EVENTS) {
            var next = waiting.removeFirst();
            events += next.rows.size();
            parts.add(next);
        }
        return parts;
    }

    private synchronized void handOn() {
        var next = waiting.poll();
        if (next == null) {
            writing--;
        } else {
            next.mayWrite.complete(true);
        }
    }

    private void write(List<Part> parts) {
        try {
            insert(parts);
        } catch (SQLException e) {
            if (parts.size() > 1 && String.valueOf(e.getSQLState()).startsWith(INTEGRITY)) {
                parts.forEach(part -> write(List.of(part)));
            } else {
                parts.forEach(part -> part.failure = e);
            }
        } catch (RuntimeException | Error e) {
            // An Error too: those who wait would take it for an answer without positions.
            parts.forEach(part -> part.failure = e);
        }
    }

    private void insert(List<Part> parts) throws SQLException {
        var rows = parts.stream().flatMap(part -> part.rows.stream()).toList();
        long[] positions;
        try (var connection = dataSource.getConnection()) {
            positions = EventRow.insert(rows, connection);
        }
        int from = 0;
        for (var part : parts) {
            part.positions = Arrays.copyOfRange(positions, from, from += part.rows.size());
        }
    }
}
