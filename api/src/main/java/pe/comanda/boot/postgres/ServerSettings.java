package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Written anew at each start, beside the data and not into it: the program's, not the operator's.
 * Who wants to tune PostgreSQL has outgrown this one and runs its own.
 */
final class ServerSettings {
    private static final String FILE = "comanda.conf";

    private ServerSettings() {}

    static void includeIn(Path cluster) throws IOException {
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                "\ninclude '../" + FILE + "'\n",
                StandardOpenOption.APPEND);
    }

    static void write(Path home, int port) throws IOException {
        var file = home.resolve(FILE);
        Files.writeString(file, text(port));
        Folders.permit(file, "rw-r--r--");
    }

    private static String text(int port) {
        return """
                # Written by Comanda at each start; changes are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                max_wal_senders = 0

                # An answered command is on disk.
                fsync = on
                full_page_writes = on
                synchronous_commit = on

                # Two cores, shared with the program.
                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 8MB
                random_page_cost = 1.1
                checkpoint_timeout = 15min
                # After each checkpoint every page is logged whole once: at 1 GB that was most of the log of a busy hour.
                max_wal_size = 2GB
                wal_compression = off
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                # What people typed stays out of the log, and so does what is not worth reading.
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_checkpoints = off
                """
                .formatted(port);
    }
}
