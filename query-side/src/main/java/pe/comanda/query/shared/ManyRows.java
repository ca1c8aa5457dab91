package pe.comanda.query.shared;

import static java.util.stream.Collectors.joining;

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
 * One statement for however many rows: each column travels as one array, and the rows are put
 * together from them by {@code unnest}. Arrays of these types are sent in binary, so nothing in
 * them is escaped and nothing is searched for escapes.
 *
 * <p>The arrays are unnested where a query selects, not where it reads from: there PostgreSQL would
 * first put all rows away and then read them again.
 *
 * @param <R> what a row is made of
 */
public final class ManyRows<R> {
    /** So that no array is so large that the heap needs room of its own for it. */
    private static final int MOST = 500;

    private static final String ROWS_END = ", generate_series(1, ?) as place)\n";

    private final String statement;
    private final List<Column<R, ?>> columns;

    /**
     * @param statement reads {@code from rows}, which has these columns and beside them {@code
     *     place}: 1 for the first row that is written
     */
    @SafeVarargs
    public ManyRows(String statement, Column<R, ?>... columns) {
        this.columns = List.of(columns);
        this.statement =
                this.columns.stream()
                                .map(column -> "unnest(?) as " + column.name())
                                .collect(joining(", ", "with rows as (select ", ROWS_END))
                        + statement;
    }

    /** A column of the rows, and what stands there for one. */
    public record Column<R, V>(
            String name,
            String type,
            Function<R, @Nullable V> of,
            IntFunction<@Nullable V[]> array) {

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

    public static <R> Column<R, String> text(String name, Function<R, @Nullable String> of) {
        return new Column<>(name, "text", of, String[]::new);
    }

    public static <R> Column<R, Long> bigint(String name, Function<R, @Nullable Long> of) {
        return new Column<>(name, "int8", of, Long[]::new);
    }

    /** What is stored as text already. The statement says {@code convert_from(it, 'UTF8')}. */
    public static <R> Column<R, byte[]> utf8(String name, Function<R, byte @Nullable []> of) {
        return new Column<>(name, "bytea", of, byte[][]::new);
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
                                    prepared.setInt(++index, rows.size());
                                    return prepared.executeUpdate();
                                });
    }
}
