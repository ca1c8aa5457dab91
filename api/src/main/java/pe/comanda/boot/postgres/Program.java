package pe.comanda.boot.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end and keeps what it said. */
final class Program {
    /** Long enough for a crash recovery on a slow disk. */
    private static final long PATIENCE_MINUTES = 15;

    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }

        /** The line that says why; the rest is decoration. */
        String reason() {
            var lines = output.lines().filter(line -> !line.isBlank()).toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                    .reduce((_, last) -> last)
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                    .orElse("exit code " + exit);
        }
    }

    private Program() {}

    /**
     * What it says goes through a file: a database that stays behind would hold a pipe open for
     * ever.
     */
    static Outcome run(Path folder, List<String> command) {
        try {
            var said = Files.createTempFile(folder, Folders.MAKING, ".txt");
            try {
                return new Outcome(exitOf(folder, command, said.toFile()), Files.readString(said));
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException failure) {
            return new Outcome(127, String.valueOf(failure.getMessage()));
        }
    }

    private static int exitOf(Path folder, List<String> command, File said) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                        .redirectOutput(said);
        // The caller's own PGPORT or PGOPTIONS must not reach this server, and its messages are
        // read by us.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException(
                    command.getLast() + " did not end within " + PATIENCE_MINUTES + " minutes");
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
