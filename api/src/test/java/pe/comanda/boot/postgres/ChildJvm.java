package pe.comanda.boot.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another JVM with this one's classes: the only kind that a test can kill. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static ChildJvm run(Class<?> program, Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var command = List.of(java, "-cp", classes, program.getName(), data.toString());
        return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    List<String> readUntil(String expected) throws IOException {
        var read = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (line.equals(expected)) {
                return read;
            }
        }
        throw new AssertionError("ended without saying " + expected + ": " + read);
    }

    Stream<String> readToTheEnd() {
        return lines.lines();
    }

    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Through the handle: asking the process itself would close what it still has to say. */
    void terminate() {
        assertThat(process.toHandle().destroy()).isTrue();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
