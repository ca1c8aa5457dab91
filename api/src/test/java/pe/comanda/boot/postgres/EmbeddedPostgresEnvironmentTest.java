package pe.comanda.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddedPostgresEnvironmentTest {
    @TempDir static Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            comanda.sides                | command,query,api           | true
            comanda.sides                | query                       | true
            comanda.sides                | api                         | false
            spring.datasource.url        | ''                          | true
            spring.datasource.url        | jdbc:postgresql://db/x      | false
            comanda.postgres.embedded    | false                       | false
            """)
    void it_starts_where_a_side_needs_a_database_and_none_is_configured(
            String setting, String value, boolean needed) {
        var environment = new MockEnvironment().withProperty(setting, value);
        assertThat(EmbeddedPostgresEnvironment.isNeeded(environment)).isEqualTo(needed);
    }

    @Test
    void spring_boot_knows_it_and_the_refusal() {
        var factories = SpringFactoriesLoader.forDefaultResourceLocation();
        assertThat(
                        factories.load(
                                EnvironmentPostProcessor.class,
                                SpringFactoriesLoader.ArgumentResolver.none(),
                                (_, _, _) -> {}))
                .hasAtLeastOneElementOfType(EmbeddedPostgresEnvironment.class);
        assertThat(
                        factories.load(
                                FailureAnalyzer.class,
                                SpringFactoriesLoader.ArgumentResolver.none(),
                                (_, _, _) -> {}))
                .hasAtLeastOneElementOfType(PostgresRefusedAnalyzer.class);
    }

    @Test
    void contexts_of_one_program_share_it_and_have_it_until_the_last_is_closed(@TempDir Path data)
            throws Exception {
        var note = data.resolve("postgres/cluster/postmaster.pid");
        try (var program = ChildJvm.run(SpringProgram.class, data)) {
            assertThat(program.readUntil(SpringProgram.STARTED))
                    .filteredOn(line -> line.startsWith("comanda: PostgreSQL"))
                    .hasSize(1);
            assertThat(note).exists();
            program.terminate();
            assertThat(program.readToTheEnd().toList())
                    .containsAll(List.of(SpringProgram.ANSWERED, SpringProgram.ANSWERED));
            var _ = program.exitCode();
        }
        assertThat(Files.exists(note)).isFalse();
    }

    @Test
    void a_refusal_is_two_sentences_on_the_console_and_no_stack_trace(@TempDir Path data)
            throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, Server.ANY_PORT, _ -> {});
                var second = ChildJvm.run(SpringProgram.class, data)) {
            var said = second.readToTheEnd().toList();
            assertThat(said)
                    .anyMatch(line -> line.startsWith("Another Comanda"))
                    .anyMatch(line -> line.startsWith("Please stop it"))
                    .noneMatch(line -> line.startsWith("\tat pe.comanda"));
            assertThat(second.exitCode()).isNotZero();
            assertThat(postgres.access().jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }
}
