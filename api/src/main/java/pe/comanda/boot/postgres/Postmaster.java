package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The note that a running PostgreSQL keeps in its data folder, and whether to believe it. */
final class Postmaster {
    private Postmaster() {}

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Optional<Long> pid(Path cluster) {
        try (var lines = Files.lines(file(cluster))) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException absentOrTorn) {
            return Optional.empty();
        }
    }

    /**
     * Numbers of processes are given out again, most of all after a reboot or in a container. Ours
     * is one whose program lies in our own folder; a dead child that nobody has buried has no
     * program any more.
     */
    static boolean runsFrom(Path home, long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command().or(() -> commandLine(pid)))
                .map(Path::of)
                .filter(program -> program.startsWith(home))
                .isPresent();
    }

    /**
     * In a container even root may not see which file a foreign process runs, but everybody may see
     * what it was told.
     */
    private static Optional<String> commandLine(long pid) {
        try {
            var told =
                    Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
            return told.isEmpty()
                    ? Optional.empty()
                    : Optional.of(told.substring(0, told.indexOf('\0')));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Left in place it would stop the next start if its number now belongs to another program, or
     * if it was torn.
     */
    static void forget(Path cluster) throws IOException {
        Files.deleteIfExists(file(cluster));
    }
}
