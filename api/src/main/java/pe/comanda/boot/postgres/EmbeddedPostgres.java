package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A PostgreSQL of our own that lasts: its data survives a killed program, a killed database and a
 * lost power line, as any other PostgreSQL's does.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final FolderLock lock;
    private final Server server;
    private final int port;
    private final PostgresAccess access;
    private final Consumer<String> progress;
    private boolean closed;

    private EmbeddedPostgres(
            FolderLock lock,
            Server server,
            int port,
            PostgresAccess access,
            Consumer<String> progress) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.access = access;
        this.progress = progress;
    }

    static EmbeddedPostgres start(Path data, int wantedPort, Consumer<String> progress) {
        var began = System.nanoTime();
        try {
            var home = Files.createDirectories(data.resolve("postgres")).toRealPath();
            var lock = FolderLock.take(home);
            try {
                var installation = Installation.prepare(home, progress);
                var server = new Server(installation, progress);
                var postgres = start(lock, installation, server, wantedPort, progress);
                progress.accept(
                        String.format(
                                Locale.ROOT,
                                "PostgreSQL %s on 127.0.0.1:%d, data in %s, ready in %.1f s",
                                installation.binaries().getFileName(),
                                postgres.port,
                                home,
                                (System.nanoTime() - began) / 1e9));
                return postgres;
            } catch (IOException | SQLException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new PostgresRefused(
                    "The embedded PostgreSQL cannot use "
                            + data.toAbsolutePath().normalize()
                            + " ("
                            + failure
                            + ")",
                    "make the folder writable, choose another with comanda.data, or "
                            + PostgresRefused.OWN_DATABASE,
                    failure);
        }
    }

    private static EmbeddedPostgres start(
            FolderLock lock,
            Installation installation,
            Server server,
            int wantedPort,
            Consumer<String> progress)
            throws IOException, SQLException {
        var port = server.start(wantedPort);
        try {
            var access = Roles.grant(port, Passwords.read(installation.cluster()));
            var postgres = new EmbeddedPostgres(lock, server, port, access, progress);
            Thread.ofPlatform().daemon().name("postgres-watch").start(postgres::watch);
            return postgres;
        } catch (IOException | SQLException failure) {
            server.stop();
            throw failure;
        }
    }

    PostgresAccess access() {
        return access;
    }

    /**
     * The postmaster heals its children, but nobody heals the postmaster; connection pools find it
     * on the same port.
     */
    private void watch() {
        try {
            while (true) {
                Thread.sleep(WATCH);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    if (!server.isRunning()) {
                        progress.accept("PostgreSQL has gone; starting it again");
                        var _ = server.start(port);
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | PostgresRefused failure) {
            progress.accept(String.valueOf(failure.getMessage()));
        }
    }

    /** Only when nobody needs the database any more: whoever still holds a connection loses it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
            lock.close();
        } catch (IOException failure) {
            progress.accept(String.valueOf(failure.getMessage()));
        }
    }
}
