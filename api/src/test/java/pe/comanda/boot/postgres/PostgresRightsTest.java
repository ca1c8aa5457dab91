package pe.comanda.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Who may do what in the database that comes with the program, and what it promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresRightsTest {
    @TempDir static Path data;
    private static @Nullable EmbeddedPostgres running;

    @BeforeAll
    static void a_database_of_its_own() throws Exception {
        Folders.permit(data, "rwxr-xr-x");
        running = EmbeddedPostgres.start(data, Server.ANY_PORT, System.out::println);
        try (var owner = Sql.asOwner(postgres())) {
            Sql.execute(owner, "CREATE TABLE dish (name text PRIMARY KEY)");
            Sql.execute(owner, "GRANT SELECT, INSERT ON dish TO comanda_app");
        }
    }

    @AfterAll
    static void it_stops() {
        postgres().close();
    }

    private static EmbeddedPostgres postgres() {
        return Objects.requireNonNull(running);
    }

    private static Path cluster() {
        return data.resolve("postgres/cluster");
    }

    @Test
    void neither_role_has_power_over_the_server() throws Exception {
        var postgres = postgres();
        try (var app = Sql.asApp(postgres)) {
            assertThat(
                            Sql.strings(
                                    app,
                                    """
                            SELECT rolname FROM pg_roles WHERE rolname LIKE 'comanda%' AND rolcanlogin AND NOT
                            (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                            ORDER BY rolname"""))
                    .containsExactly("comanda_app", "comanda_owner");
            for (var forbidden :
                    List.of(
                            "CREATE TABLE mine (id int)",
                            "SET ROLE comanda_owner",
                            "TRUNCATE dish")) {
                assertThatThrownBy(() -> Sql.execute(app, forbidden))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    /** The script is psql's; what psql would put in for its variables is put in here. */
    @Test
    void the_init_script_of_docker_compose_makes_the_same_roles() throws Exception {
        var script =
                Files.readString(Path.of("..", "deploy", "postgres", "init.sql"))
                        .replaceAll("(?m)^\\\\getenv .*$", "")
                        .replaceAll(":'\\w+'", "'secret'")
                        .replaceAll("comanda_(owner|app)", "compose_$1");
        try (var superuser = Sql.asSuperuser(postgres(), Passwords.read(cluster()))) {
            var ours = Sql.strings(superuser, roles("comanda"));
            superuser.setAutoCommit(false);
            Sql.execute(superuser, script);
            assertThat(Sql.strings(superuser, roles("compose"))).hasSize(2).isEqualTo(ours);
            assertThat(
                            Sql.strings(
                                    superuser,
                                    "SELECT datdba::regrole FROM pg_database WHERE datname = 'comanda'"))
                    .containsExactly("compose_owner");
            superuser.rollback();
        }
    }

    private static String roles(String prefix) {
        return """
                SELECT concat_ws(' ', replace(rolname, '%1$s', ''), rolsuper, rolinherit, rolcreaterole, rolcreatedb,
                rolcanlogin, rolreplication, rolbypassrls, rolconnlimit, has_database_privilege(oid, 'comanda', 'CONNECT'))
                FROM pg_roles WHERE rolname LIKE '%1$s%%' ORDER BY 1"""
                .formatted(prefix);
    }

    @Test
    void row_level_security_of_the_owner_binds_the_application() throws Exception {
        try (var owner = Sql.asOwner(postgres());
                var app = Sql.asApp(postgres())) {
            Sql.execute(owner, "CREATE TABLE seat (id int)");
            Sql.execute(owner, "INSERT INTO seat VALUES (1), (2)");
            Sql.execute(owner, "GRANT SELECT ON seat TO comanda_app");
            Sql.execute(owner, "ALTER TABLE seat ENABLE ROW LEVEL SECURITY");
            Sql.execute(owner, "CREATE POLICY odd ON seat USING (id % 2 = 1)");
            assertThat(Sql.strings(app, "SELECT id FROM seat")).containsExactly("1");
            assertThat(Sql.strings(owner, "SELECT id FROM seat")).containsExactly("1", "2");
        }
    }

    @Test
    void a_commit_is_on_disk_and_without_the_password_nobody_gets_in() throws Exception {
        var postgres = postgres();
        try (var app = Sql.asApp(postgres)) {
            assertThat(
                            Sql.strings(
                                    app,
                                    """
                            SELECT name || '=' || setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes',
                            'synchronous_commit', 'listen_addresses', 'data_checksums') ORDER BY name"""))
                    .containsExactly(
                            "data_checksums=on",
                            "fsync=on",
                            "full_page_writes=on",
                            "listen_addresses=127.0.0.1",
                            "synchronous_commit=on");
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            postgres.access().jdbcUrl(), "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
            assertThat(postgres.access().toString())
                    .doesNotContain(postgres.access().appPassword());
        }
        var passwords = Files.getPosixFilePermissions(cluster().resolve("comanda.pgpass"));
        assertThat(PosixFilePermissions.toString(passwords)).isEqualTo("rw-------");
    }
}
