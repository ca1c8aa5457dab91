package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.axoniq.axonserver.connector.AxonServerConnection;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A program that is started before its Axon Server begins when that is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AxonServerAwaitedTest {
    private final AxonServerConnectionManager connections = mock();
    private final AxonServerConnection connection = mock();
    private final AxonServerAwaited awaited = new AxonServerAwaited(connections);

    @BeforeEach
    void a_server_may_be_there() {
        when(connections.getConnection()).thenReturn(connection);
    }

    @Test
    void it_asks_until_the_server_is_there() {
        when(connection.isConnected()).thenReturn(false, false, true);
        awaited.start();
        verify(connection, times(3)).isConnected();
        assertThat(awaited.isRunning()).isTrue();
    }

    @Test
    void a_program_that_is_told_to_end_waits_no_longer() {
        when(connection.isConnected()).thenReturn(false);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(awaited::start).isInstanceOf(IllegalStateException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(awaited.isRunning()).isFalse();
    }

    @Test
    void nothing_reads_before_it() {
        assertThat(awaited.getPhase()).isEqualTo(Integer.MIN_VALUE);
    }
}
