package pe.comanda.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program in a process of its own, with the demo restaurant, on a folder that outlives it. */
final class Program implements AutoCloseable {
    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /** An empty folder to start on. */
    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), name);
    }

    /** Starts it and waits until its door is open. Its log stands beside the folder. */
    static Program start(Path data, int port, String... settings) throws IOException {
        var log = Path.of(data + ".log");
        Files.writeString(log, "");
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xms2g",
                        "-Xmx2g",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "pe.comanda.ComandaApplication",
                        "--server.port=" + port,
                        "--comanda.data=" + data,
                        "--comanda.super-admin.email=plataforma@demo.pe",
                        "--comanda.super-admin.password=ceviche-de-demo"));
        command.addAll(List.of(settings));
        var program =
                new Program(
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start());
        program.ready(log);
        return program;
    }

    private void ready(Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.readString(log).contains("is open")) {
                return;
            }
            LockSupport.parkNanos(500_000_000);
        }
        process.destroyForcibly();
        throw new IllegalStateException("The program did not start: see " + log);
    }

    /**
     * As {@code kill -9} does; what it had started itself is gone too, as when the power is cut.
     */
    void kill() throws InterruptedException {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
