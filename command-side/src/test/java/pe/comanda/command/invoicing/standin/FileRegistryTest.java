package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import pe.comanda.command.invoicing.sunat.Bills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** A stand-in by itself forgets nothing between two runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileRegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    @TempDir private Path folder;

    @Test
    void what_was_registered_voided_and_armed_outlives_the_program() {
        var key = Bills.factura(1).key();
        var before = new FileRegistry(folder.resolve("registry.jsonl"));
        assertThat(before.register(document(false))).isTrue();
        assertThat(before.register(document(false))).isFalse();
        before.voidDocument(key);
        assertThat(before.keep(ticket())).isTrue();
        assertThat(before.poll("1").orElseThrow().polls()).isEqualTo(2);
        before.arm(ArmedFault.next(FaultMode.UNAVAILABLE));
        before.arm(ArmedFault.next(FaultMode.REJECTION, "2800"));
        assertThat(before.takeFault(key)).isPresent();

        var after = new FileRegistry(folder.resolve("registry.jsonl"));
        assertThat(after.find(key))
                .hasValueSatisfying(
                        it -> {
                            assertThat(it.voided()).isTrue();
                            assertThat(it.cdr()).containsExactly(1, 2);
                        });
        assertThat(after.register(document(false))).isFalse();
        assertThat(after.hasFile(Bills.RUC.value(), "RA-20261121-1")).isTrue();
        assertThat(after.keep(ticket())).isFalse();
        assertThat(after.poll("1").orElseThrow().polls()).isEqualTo(1);
        assertThat(after.armed()).containsExactly(ArmedFault.next(FaultMode.REJECTION, "2800"));
    }

    @Test
    void its_key_stays_the_same() throws IOException {
        var clock = Clock.systemUTC();
        var file = folder.resolve("key.p12");
        assertThat(StandInProgram.key(file, clock).certificate())
                .isEqualTo(StandInProgram.key(file, clock).certificate());
    }

    @Test
    void settings_come_from_the_command_line() {
        var args = new String[] {"--comanda.sides=stand-in", "--server.port=9000"};
        assertThat(StandInProgram.setting(args, "server.port", "8090")).isEqualTo("9000");
        assertThat(StandInProgram.setting(args, "no.such.setting", "x")).isEqualTo("x");
    }

    private static StandInDocument document(boolean voided) {
        return new StandInDocument(
                Bills.factura(1).key(),
                true,
                "0",
                "aceptada",
                "121.70",
                "ff",
                NOW,
                LocalDate.of(2026, 11, 21),
                true,
                voided,
                new byte[] {1, 2});
    }

    private static StandInTicket ticket() {
        return new StandInTicket(
                "1", Bills.RUC.value(), "RA-20261121-1", "0", 2, NOW, new byte[] {3});
    }
}
