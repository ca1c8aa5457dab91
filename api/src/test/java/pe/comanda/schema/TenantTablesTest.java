package pe.comanda.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The second wall between tenants, read from PostgreSQL's own catalogue: a table that somebody adds
 * tomorrow is judged tomorrow.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantTablesTest {
    /** The tables without an organization, and why they need none. */
    private static final Map<String, String> NOBODYS =
            Map.ofEntries(
                    Map.entry("token_entry", "Axon's: how far each processor has read"),
                    Map.entry("saga_entry", "Axon's: ids and where a process stands"),
                    Map.entry("association_value_entry", "Axon's: which saga hears of which id"),
                    Map.entry("dead_letter_entry", "Axon's: shown only to the letter's tenant"),
                    Map.entry("domain_event", "the log: read by processors, never by a query"),
                    Map.entry("snapshot_event", "the log's: read when an aggregate is loaded"),
                    Map.entry("scheduled_tasks", "db-scheduler's: when to look again"),
                    Map.entry("flyway_schema_history", "Flyway's"),
                    Map.entry("demo_load", "whether the demo was loaded"),
                    Map.entry("order_number", "a counter by branch, never read by a query"),
                    Map.entry("signing_key", "the platform's: signs the tokens of all"),
                    Map.entry("standin_key", "the stand-in of SUNAT's own"),
                    Map.entry("standin_document", "what the stand-in of SUNAT received"),
                    Map.entry("standin_ticket", "files that the stand-in of SUNAT works on"),
                    Map.entry("standin_fault", "how the stand-in of SUNAT was told to fail"));

    @Autowired private JdbcTemplate sql;

    @Test
    void every_table_belongs_to_an_organization_or_says_why_not() {
        var without = new TreeSet<>(tables());
        tenantTables().forEach(without::remove);
        assertThat(without).isEqualTo(new TreeSet<>(NOBODYS.keySet()));
    }

    @Test
    void every_tenants_table_is_guarded_by_a_policy_on_its_organization() {
        var guarded =
                sql.queryForList(
                        """
                        select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                          and p.polcmd = '*' and p.polpermissive
                          and pg_get_expr(p.polqual, p.polrelid)
                              like '%current_setting(''comanda.organization''%organization_id%'
                        """,
                        String.class);
        assertThat(new TreeSet<>(guarded)).isEqualTo(new TreeSet<>(tenantTables()));
        assertThat(guarded).as("one policy each: policies add up").doesNotHaveDuplicates();
    }

    @Test
    void an_organization_is_never_left_open() {
        var open =
                sql.queryForList(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'organization_id'
                          and is_nullable = 'YES'
                        """,
                        String.class);
        assertThat(open).isEmpty();
    }

    @Test
    void the_program_connects_as_somebody_who_cannot_get_around_it() {
        assertThat(truth("select rolsuper from pg_roles where rolname = current_user")).isFalse();
        assertThat(truth("select rolbypassrls from pg_roles where rolname = current_user"))
                .isFalse();
        assertThat(
                        truth(
                                """
                                select exists (select 1 from pg_class
                                    where relnamespace = 'public'::regnamespace
                                      and pg_has_role(current_user, relowner, 'member'))
                                """))
                .as("owns a table, or may become its owner")
                .isFalse();
        for (var attempt :
                List.of(
                        "alter table order_view disable row level security",
                        "drop policy tenant on order_view",
                        "set role comanda_owner",
                        "alter role comanda_app bypassrls",
                        "create policy open on order_view using (true)")) {
            assertThatThrownBy(() -> sql.execute(attempt))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobody_sees_a_row_of_another_organization() {
        for (var scope : List.of("", "org-of-somebody-else")) {
            for (var table : tenantTables()) {
                assertThat(count(scope, table)).as("%s as '%s'", table, scope).isZero();
            }
        }
        var own = tenantTables().stream().filter(table -> count("org-demo", table) > 0).toList();
        assertThat(own).contains("branch_view", "menu_dish");
        for (var table : own) {
            assertThat(foreign("org-demo", table)).as(table).isZero();
        }
    }

    @Test
    void nobody_writes_a_row_of_another_organization() {
        assertThatThrownBy(
                        () ->
                                TenantScope.run(
                                        "org-demo",
                                        () ->
                                                sql.update(
                                                        """
                                                        insert into floor_space
                                                            (id, organization_id, branch_id, name, level, rank)
                                                        values ('space-x', 'org-other', 'branch-x', 'x', 0, 0)
                                                        """)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        TenantScope.run(
                "org-of-somebody-else",
                () -> assertThat(sql.update("update menu_dish set name = 'stolen'")).isZero());
    }

    private List<String> tables() {
        return sql.queryForList(
                "select tablename from pg_tables where schemaname = 'public'", String.class);
    }

    private List<String> tenantTables() {
        return sql.queryForList(
                """
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'organization_id'
                  and t.table_type = 'BASE TABLE'
                """,
                String.class);
    }

    private boolean truth(String question) {
        return Boolean.TRUE.equals(sql.queryForObject(question, Boolean.class));
    }

    private long count(String scope, String table) {
        return number(scope, "select count(*) from " + table);
    }

    private long foreign(String scope, String table) {
        return number(
                scope,
                "select count(*) from " + table + " where organization_id <> '" + scope + "'");
    }

    private long number(String scope, String question) {
        var found = new AtomicLong();
        TenantScope.run(
                scope,
                () -> {
                    Long count = sql.queryForObject(question, Long.class);
                    found.set(count == null ? -1 : count);
                });
        return found.get();
    }
}
