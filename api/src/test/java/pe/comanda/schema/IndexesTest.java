package pe.comanda.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every way in which rows are looked for has an index: read from PostgreSQL's own catalogue. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexesTest {
    /** References that nothing is looked up by. */
    private static final Map<String, String> NEVER_ASKED =
            Map.ofEntries(
                    Map.entry("menu_dish.category_id", "the menu reads the whole branch"),
                    Map.entry("floor_qr_code.table_id", "reached by its token"),
                    Map.entry("audit_entry.event_id", "found by its position"),
                    Map.entry(
                            "stock_movement.order_id",
                            "an order's stock is told by its deductions"),
                    Map.entry("session_revocation.staff_id", "all of a span of time are read"),
                    Map.entry("session_revocation.session_id", "all of a span of time are read"),
                    Map.entry("invoice_payment.payment_id", "reached by its order"),
                    Map.entry("submission_line.invoice_id", "reached by its task"),
                    Map.entry("summary_number.summary_id", "written so that a name is given once"),
                    Map.entry("sol_account.client_id", "no reference: SUNAT's name of a program"));

    /** Instants that no list is ordered or filtered by. */
    private static final Set<String> FEW_ROWS =
            Set.of(
                    "credential",
                    "customer_digest_key",
                    "issuer_pause",
                    "submission_line", // by its place
                    "person_key",
                    "sol_account",
                    "organization_view",
                    "branch_view",
                    "staff_view",
                    "staff_profile",
                    "stock_item",
                    "floor_table",
                    "book_payment", // by its business day
                    "summary_wish", // until it is sent
                    "points_movement", // by account and version
                    "refresh_family"); // ends with its tokens

    @Autowired private JdbcTemplate sql;

    private record Index(String table, List<String> columns) {}

    @Test
    void where_there_is_a_status_it_is_found_by_organization_branch_and_status() {
        for (var status : List.of("status", "state", "level")) {
            var with = columns(status, "text");
            with.remove("floor_space"); // the storey of a building
            with.remove("standin_ticket"); // no tenant's
            for (var table : with) {
                assertThat(indexes(table))
                        .as(table + " by " + status)
                        .anyMatch(startsWith("organization_id", "branch_id", status));
            }
        }
    }

    @Test
    void a_foreign_key_is_found_from_both_ends() {
        var keys =
                sql.query(
                        """
                        select c.conrelid::regclass::text, a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                        """,
                        (row, _) -> List.of(row.getString(1), row.getString(2)));
        assertThat(keys).isNotEmpty();
        for (var key : keys) {
            assertThat(indexes(key.getFirst())).as("%s", key).anyMatch(startsWith(key.getLast()));
        }
    }

    @Test
    void what_refers_to_something_else_is_found_by_it() {
        var lacking = new TreeSet<String>();
        for (var table : tables()) {
            for (var column : references(table)) {
                boolean found =
                        indexes(table).stream()
                                .anyMatch(
                                        startsWith(column)
                                                .or(startsWith("organization_id", column))
                                                .or(
                                                        startsWith(
                                                                "organization_id",
                                                                "branch_id",
                                                                column)));
                if (!found && !NEVER_ASKED.containsKey(table + "." + column)) {
                    lacking.add(table + "." + column);
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void what_grows_with_time_is_found_by_time() {
        var lacking = new TreeSet<String>();
        for (var table : tables()) {
            var instants =
                    sql.queryForList(
                            """
                            select column_name from information_schema.columns
                            where table_schema = 'public' and table_name = ?
                              and data_type = 'timestamp with time zone'
                            """,
                            String.class,
                            table);
            boolean found =
                    indexes(table).stream()
                            .anyMatch(
                                    index -> index.columns().stream().anyMatch(instants::contains));
            if (!instants.isEmpty() && !found && !FEW_ROWS.contains(table)) {
                lacking.add(table);
            }
        }
        assertThat(lacking).isEmpty();
    }

    private static Predicate<Index> startsWith(String... columns) {
        return index ->
                index.columns().size() >= columns.length
                        && index.columns().subList(0, columns.length).equals(List.of(columns));
    }

    /** Tables of tenants. */
    private List<String> tables() {
        return sql.queryForList(
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'organization_id'
                """,
                String.class);
    }

    private Set<String> columns(String name, String type) {
        return new TreeSet<>(
                sql.queryForList(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = ? and data_type = ?
                        """,
                        String.class,
                        name,
                        type));
    }

    private List<String> references(String table) {
        return sql.queryForList(
                """
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = ? and column_name like '%\\_id'
                  and column_name not in ('organization_id', 'branch_id')
                """,
                String.class, table);
    }

    private List<Index> indexes(String table) {
        return sql.query(
                """
                select i.indexrelid,
                       array(select coalesce(a.attname, '') from unnest(i.indkey::int2[]) with ordinality k (n, o)
                             left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
                             order by k.o)
                from pg_index i where i.indrelid = to_regclass(?)
                """,
                (row, _) -> new Index(table, List.of((String[]) row.getArray(2).getArray())),
                table);
    }
}
