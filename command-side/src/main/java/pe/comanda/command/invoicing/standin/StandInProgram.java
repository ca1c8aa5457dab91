package pe.comanda.command.invoicing.standin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import pe.comanda.command.invoicing.sunat.SigningKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * The stand-in by itself, so that anybody's program can be tried against it. Listens on this
 * machine only; keeps what it is told, and the key that it signs with, in a folder.
 */
public final class StandInProgram {
    private static final Logger LOG = LoggerFactory.getLogger(StandInProgram.class);
    private static final String DEFAULT_PORT = "8090";

    private StandInProgram() {}

    /**
     * Runs until it is stopped.
     *
     * @param args {@code --server.port} and {@code --comanda.data}, or the same from the
     *     environment
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        var folder =
                Files.createDirectories(
                        Path.of(setting(args, "comanda.data", "./data"), "stand-in"));
        var registry = new FileRegistry(folder.resolve("registry.jsonl"));
        try (var standIn =
                StandIn.start(
                        Integer.parseInt(setting(args, "server.port", DEFAULT_PORT)),
                        registry,
                        clock,
                        key(folder.resolve("key.p12"), clock))) {
            LOG.info(
                    "SUNAT's stand-in listens at {}; user <RUC>{}, password {}",
                    standIn.address(),
                    StandIn.USER,
                    StandIn.PASSWORD);
            new CountDownLatch(1).await();
        }
    }

    /** The same key for ever: CDRs of yesterday must still be signed by whom others trust. */
    static SigningKey key(Path file, Clock clock) throws IOException {
        if (!Files.exists(file)) {
            var fresh = StandInKey.named(StandIn.KEY_NAME, clock.instant());
            var unused = Files.write(file, fresh.toPkcs12());
        }
        return SigningKey.fromPkcs12(Files.readAllBytes(file));
    }

    static String setting(String[] args, String name, String otherwise) {
        var prefix = "--" + name + "=";
        for (var arg : args) {
            if (arg.startsWith(prefix)) {
                return arg.substring(prefix.length());
            }
        }
        var variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return System.getenv().getOrDefault(variable, otherwise);
    }
}
