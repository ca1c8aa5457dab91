package pe.comanda.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One folder for all tests, as a restaurant has: each finds what the one before it left. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedPostgresTest {
    @TempDir static Path data;

    @BeforeAll
    static void a_first_start_makes_everything() throws Exception {
        Folders.permit(data, "rwxr-xr-x");
        try (var postgres = start(data);
                var owner = Sql.asOwner(postgres)) {
            Sql.execute(owner, "CREATE TABLE dish (name text PRIMARY KEY)");
            Sql.execute(owner, "GRANT SELECT, INSERT ON dish TO comanda_app");
        }
    }

    @AfterAll
    static void nothing_runs_on() {
        assertThat(Postmaster.pid(cluster())).isEmpty();
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (var postgres = start(data)) {
            insert(postgres, "ceviche");
        }
        try (var postgres = start(data)) {
            assertThat(dishes(postgres)).contains("ceviche");
        }
    }

    @Test
    void a_killed_database_comes_back_by_itself_on_the_same_port() throws Exception {
        try (var postgres = start(data)) {
            insert(postgres, "lomo saltado");
            var killed = postmaster();
            assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(dishes(postgres)).contains("lomo saltado"));
            assertThat(postmaster()).isNotEqualTo(killed);
        }
    }

    @Test
    void a_killed_program_loses_nothing_and_its_left_over_database_is_replaced() throws Exception {
        long leftOver;
        try (var program = ChildJvm.run(WritingProgram.class, data)) {
            assertThat(program.readUntil(WritingProgram.WRITTEN)).hasSize(1);
            leftOver = postmaster();
            program.kill();
        }
        assertThat(Postmaster.runsFrom(home(), leftOver)).isTrue();

        var said = new ArrayList<String>();
        try (var postgres = EmbeddedPostgres.start(data, Server.ANY_PORT, said::add)) {
            assertThat(dishes(postgres)).contains(WritingProgram.DISH);
            assertThat(said.getFirst()).contains("left behind");
            assertThat(Postmaster.runsFrom(home(), leftOver)).isFalse();
        }
    }

    @Test
    void a_stale_note_is_removed_though_its_number_belongs_to_another_process() throws Exception {
        var mine = ProcessHandle.current().pid();
        Files.writeString(note(), mine + "\n" + cluster() + "\n1\n5432\n\n127.0.0.1\n");
        try (var postgres = start(data)) {
            assertThat(dishes(postgres)).isNotNull();
            assertThat(postmaster()).isNotEqualTo(mine);
        }
    }

    @Test
    void a_torn_note_is_removed() throws Exception {
        Files.createFile(note());
        try (var postgres = start(data)) {
            assertThat(dishes(postgres)).isNotNull();
        }
    }

    @Test
    void a_second_owner_is_refused_in_one_line_and_the_first_goes_on() throws Exception {
        try (var postgres = start(data)) {
            for (var _ : List.of("once", "again")) {
                assertThatThrownBy(() -> start(data))
                        .isInstanceOf(PostgresRefused.class)
                        .hasMessageContainingAll(
                                "Another Comanda (this process)",
                                "comanda.data",
                                "SPRING_DATASOURCE_URL")
                        .hasMessageNotContaining("\n");
            }
            try (var other = ChildJvm.run(WritingProgram.class, data)) {
                assertThat(other.readToTheEnd())
                        .anyMatch(
                                line ->
                                        line.contains(
                                                "Another Comanda (process "
                                                        + ProcessHandle.current().pid()
                                                        + ")"));
                assertThat(other.exitCode()).isNotZero();
            }
            assertThat(dishes(postgres)).isNotNull();
        }
    }

    @Test
    void a_chosen_port_is_used() throws Exception {
        int chosen;
        try (var socket = new ServerSocket(0)) {
            chosen = socket.getLocalPort();
        }
        try (var postgres = EmbeddedPostgres.start(data, chosen, _ -> {})) {
            assertThat(postgres.access().jdbcUrl())
                    .isEqualTo("jdbc:postgresql://127.0.0.1:" + chosen + "/comanda");
        }
    }

    @Test
    void a_chosen_port_that_is_taken_is_refused_in_one_line() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, socket.getLocalPort(), _ -> {}))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContainingAll("PostgreSQL did not start", "SPRING_DATASOURCE_URL")
                    .hasMessageNotContaining("\n");
        }
    }

    /**
     * Root may pass everywhere, the account it lends to PostgreSQL may not: two ways to run, one
     * after the other.
     */
    @Test
    void a_folder_that_only_its_owner_may_enter_will_do_and_half_made_things_are_swept(
            @TempDir Path secret) throws Exception {
        Folders.permit(secret, "rwx------");
        var halfMade = Files.createDirectories(secret.resolve("postgres/making-cluster/base"));
        Files.writeString(halfMade.resolve("1"), "torn");
        try (var postgres = start(secret)) {
            Sql.execute(Sql.asOwner(postgres), "CREATE TABLE shift (id int)");
            assertThat(halfMade).doesNotExist();
        }
        Folders.permit(secret, "rwxr-xr-x");
        try (var postgres = start(secret)) {
            assertThat(Sql.strings(Sql.asOwner(postgres), "SELECT id FROM shift")).isEmpty();
        }
    }

    @Test
    void data_of_another_major_version_is_refused() throws Exception {
        var version = cluster().resolve("PG_VERSION");
        var before = Files.readString(version);
        try {
            Files.writeString(version, "17\n");
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageContaining("is of PostgreSQL 17");
        } finally {
            Files.writeString(version, before);
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder, Server.ANY_PORT, System.out::println);
    }

    private static Path home() throws IOException {
        return data.resolve("postgres").toRealPath();
    }

    private static Path cluster() {
        return data.resolve("postgres/cluster");
    }

    private static Path note() {
        return cluster().resolve("postmaster.pid");
    }

    private static long postmaster() {
        return Postmaster.pid(cluster()).orElseThrow();
    }

    private static void insert(EmbeddedPostgres postgres, String dish) throws SQLException {
        try (var app = Sql.asApp(postgres)) {
            Sql.execute(app, "INSERT INTO dish VALUES ('" + dish + "')");
        }
    }

    private static List<String> dishes(EmbeddedPostgres postgres) throws SQLException {
        try (var app = Sql.asApp(postgres)) {
            return Sql.strings(app, "SELECT name FROM dish");
        }
    }
}
