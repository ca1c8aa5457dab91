package pe.comanda.load;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the program in a process of its own on an empty folder and prints how fast it is. Figures
 * decide nothing here: they are read by people. Run with {@code ./mvnw -Pload verify}; {@link
 * Scenes} tells the settings.
 */
@Tag("load")
class LoadTest {
    private static final int PORT = Integer.getInteger("load.port", 18_080);

    @Test
    void print_how_fast_it_is() throws Exception {
        var program = start();
        try {
            ready(program);
            Scenes.main(String.valueOf(PORT));
        } finally {
            program.destroy();
            if (!program.waitFor(40, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    private static Process start() throws IOException {
        var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "load");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "pe.comanda.ComandaApplication",
                        "--server.port=" + PORT,
                        "--comanda.data=" + data,
                        "--comanda.super-admin.email=plataforma@demo.pe",
                        "--comanda.super-admin.password=ceviche-de-demo")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "load.log").toFile())
                .start();
    }

    private static void ready(Process program) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < end && program.isAlive()) {
            if (Files.readString(Path.of("target", "load.log")).contains("is open")) {
                return;
            }
            LockSupport.parkNanos(500_000_000);
        }
        throw new IllegalStateException("The program did not start: see target/load.log");
    }
}
