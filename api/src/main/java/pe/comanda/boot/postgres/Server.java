package pe.comanda.boot.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts and stops the postmaster, and clears away what an earlier one left. */
final class Server {
    static final int ANY_PORT = 0;

    private static final long LOG_LIMIT = 10_000_000;
    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Installation installation;
    private final Consumer<String> progress;
    private final Path log;

    Server(Installation installation, Consumer<String> progress) {
        this.installation = installation;
        this.progress = progress;
        this.log = installation.cluster().resolve("postgres.log");
    }

    /**
     * Answers the port; pg_ctl gives the postmaster a session of its own, so Ctrl-C reaches only
     * us.
     */
    int start(int wantedPort) throws IOException {
        rotateLog();
        for (var attempt = 1; ; attempt++) {
            endLeftOver();
            var port = wantedPort == ANY_PORT ? freePort() : wantedPort;
            ServerSettings.write(installation.home(), port);
            var logged = Files.exists(log) ? Files.size(log) : 0;
            var outcome =
                    installation.run(
                            "pg_ctl",
                            "start",
                            "--wait",
                            "--timeout=600",
                            "--silent",
                            "--log=" + log,
                            "--pgdata=" + installation.cluster());
            if (outcome.ok()) {
                return port;
            }
            var failure =
                    new Program.Outcome(outcome.exit(), outcome.output() + loggedSince(logged));
            if (attempt == ATTEMPTS || !passes(failure.output(), wantedPort)) {
                throw new PostgresRefused(
                        "PostgreSQL did not start (" + failure.reason() + ")",
                        "look into " + log + ", or " + PostgresRefused.OWN_DATABASE);
            }
            pause();
        }
    }

    /** Another program took the port, or what a killed run left is still on its way out or in. */
    private static boolean passes(String said, int wantedPort) {
        return said.contains("pre-existing shared memory block")
                || said.contains("lock file \"postmaster.pid\" already exists")
                || (wantedPort == ANY_PORT && said.contains("could not bind"));
    }

    void stop() {
        var outcome = pgCtlStop("fast");
        if (!outcome.ok()) {
            outcome = pgCtlStop("immediate");
        }
        if (!outcome.ok() && isRunning()) {
            throw new PostgresRefused(
                    "PostgreSQL on "
                            + installation.cluster()
                            + " does not stop ("
                            + outcome.reason()
                            + ")",
                    "end its process by hand");
        }
    }

    private Program.Outcome pgCtlStop(String mode) {
        return installation.run(
                "pg_ctl",
                "stop",
                "--mode=" + mode,
                "--wait",
                "--timeout=60",
                "--silent",
                "--pgdata=" + installation.cluster());
    }

    boolean isRunning() {
        return Postmaster.pid(installation.cluster()).stream()
                .anyMatch(pid -> Postmaster.runsFrom(installation.home(), pid));
    }

    /**
     * Stopped and not taken over: then there is one way to be running, with this build's programs
     * and settings.
     */
    private void endLeftOver() throws IOException {
        if (isRunning()) {
            progress.accept("Stopping the PostgreSQL that an earlier run left behind");
            stop();
        }
        Postmaster.forget(installation.cluster());
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String loggedSince(long position) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (var channel = FileChannel.open(log)) {
            var in = Channels.newInputStream(channel.position(position));
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
