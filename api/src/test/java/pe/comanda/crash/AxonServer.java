package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The Axon Server of the tests, killed and started by two commands for a shell: {@code
 * AXONSERVER_TEST_KILL="docker kill axon"}, {@code AXONSERVER_TEST_START="docker start axon"}.
 */
public final class AxonServer {
    public static final String KILL = "AXONSERVER_TEST_KILL";

    /** Set where a test that starts a program of its own finds the server empty. */
    static final String ALONE = "AXONSERVER_TEST_ALONE";

    private static final String START = "AXONSERVER_TEST_START";

    private AxonServer() {}

    public static void kill() throws IOException, InterruptedException {
        shell(KILL);
    }

    public static void start() throws IOException, InterruptedException {
        shell(START);
    }

    private static void shell(String setting) throws IOException, InterruptedException {
        var ran =
                new ProcessBuilder("sh", "-c", System.getenv(setting))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(ran.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(ran.exitValue()).as(setting).isZero();
    }
}
