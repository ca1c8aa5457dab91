package pe.comanda.query.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One statement for however many rows: each column travels as one array, and the statement puts
 * rows together with {@code unnest}. Arrays of these types are sent in binary, so nothing in them
 * is escaped and nothing is searched for escapes.
 *
 * @param <R> what a row is made of
 */
public final class ManyRows<R> {
    /** So that no array is so large that the heap needs room of its own for it. */
    private static final int MOST = 500;

    private final String statement;
    private final List<Column<R, ?>> columns;

    /**
     * @param statement with one {@code ?} a column, in their order
     */
    @SafeVarargs
    public ManyRows(String statement, Column<R, ?>... columns) {
        this.statement = statement;
        this.columns = List.of(columns);
    }

    /** A column of the statement, and what stands there for a row. */
    public record Column<R, V>(
            String type, Function<R, @Nullable V> of, IntFunction<@Nullable V[]> array) {

        private void set(int index, List<? extends R> rows, PreparedStatement statement)
                throws SQLException {
            Connection connection = statement.getConnection();
            @Nullable V[] values = array.apply(rows.size());
            int next = 0;
            for (R row : rows) {
                values[next++] = of.apply(row);
            }
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }

    public static <R> Column<R, String> text(Function<R, @Nullable String> of) {
        return new Column<>("text", of, String[]::new);
    }

    public static <R> Column<R, Long> bigint(Function<R, @Nullable Long> of) {
        return new Column<>("int8", of, Long[]::new);
    }

    /** What is stored as text already. The statement says {@code convert_from(it, 'UTF8')}. */
    public static <R> Column<R, byte[]> utf8(Function<R, byte @Nullable []> of) {
        return new Column<>("bytea", of, byte[][]::new);
    }

    /** Writes them all, in their order. */
    public void write(Collection<? extends R> rows, JdbcTemplate sql) {
        var all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += MOST) {
            part(all.subList(from, Math.min(all.size(), from + MOST)), sql);
        }
    }

    private void part(List<? extends R> rows, JdbcTemplate sql) {
        var unused =
                sql.execute(
                        statement,
                        (PreparedStatementCallback<Integer>)
                                prepared -> {
                                    int index = 0;
                                    for (var column : columns) {
                                        column.set(++index, rows, prepared);
                                    }
                                    return prepared.executeUpdate();
                                });
    }
}
