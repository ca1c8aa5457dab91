package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import pe.comanda.story.Http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, on a folder and a port that outlive it. */
final class OwnProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);

    private final Path data;
    private final Path log;
    private final int port = freePort();
    private final List<String> program;
    private Process process;

    OwnProcess(Path data) {
        this(data, "pe.comanda.ComandaApplication");
    }

    /**
     * @param program its class, with options of Java's before it
     */
    OwnProcess(Path data, String... program) {
        this.data = data;
        this.program = List.of(program);
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** Comes back when it answers. */
    void start(String... settings) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx640m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))));
        command.addAll(program);
        command.add("--server.port=" + port);
        command.add("--comanda.data=" + data);
        command.addAll(Arrays.asList(settings));
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        var anybody = new Http(base(), "");
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || isReady(anybody));
        assertThat(process.isAlive()).as("The program ended: see " + log).isTrue();
    }

    private static boolean isReady(Http anybody) {
        try {
            return anybody.get("/actuator/health/readiness").status() == 200;
        } catch (RuntimeException _) {
            return false;
        }
    }

    void awaitLine(String said) {
        await().atMost(START).until(() -> Files.readString(log).contains(said));
    }

    /** As {@code kill -9} does: its PostgreSQL is left alone and lives on for a moment. */
    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What ends at once when it is run; whatever else there is to do is done before or after. */
    record Blow(List<ProcessHandle> processes) implements Runnable {
        @Override
        public void run() {
            processes.forEach(ProcessHandle::destroyForcibly);
        }

        void awaitEnd() {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    /** As {@link #kill} does, when it is run. */
    Blow killing() {
        return new Blow(List.of(process.toHandle()));
    }

    /** As a power cut does: the database is gone in the middle of whatever it wrote, too. */
    Blow powerCut() throws IOException {
        var database = database();
        assertThat(database).isNotEmpty();
        return new Blow(Stream.concat(Stream.of(process.toHandle()), database.stream()).toList());
    }

    /** PostgreSQL's first process, by the file in which it tells its number, and all others. */
    private List<ProcessHandle> database() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .flatMap(OwnProcess::lines)
                    .limit(1)
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())).stream())
                    .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Politely: it stops its database. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.toHandle().destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
