package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Who is called when something is appended, and who is not. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogBellTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final EmbeddedEventStore log =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final LogBell bell = new LogBell();

    @AfterEach
    void stop() {
        bell.destroy();
        log.shutDown();
    }

    @Test
    void a_watched_reader_is_called_for_each_event_that_comes_alone() throws Exception {
        var called = callsOf("screen", Duration.ZERO);

        for (int i = 0; i < 3; i++) {
            append();
            assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_patient_reader_is_not_called_for_what_can_wait() throws Exception {
        var watched = callsOf("screen", Duration.ZERO);
        var patient = callsOf("books", A_DAY);

        append();

        assertThat(watched.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(patient.availablePermits()).isZero();
    }

    @Test
    void somebody_who_waits_has_a_patient_reader_called_for_what_is_there() throws Exception {
        var watched = callsOf("screen", Duration.ZERO);
        var patient = callsOf("books", A_DAY);
        append();
        assertThat(watched.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        bell.hurry("books");

        assertThat(patient.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void and_for_what_comes_a_moment_later() throws Exception {
        var patient = callsOf("books", A_DAY);

        bell.hurry("books");
        append();

        assertThat(patient.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_comes_while_calls_are_put_together_is_called_for_in_time() throws Exception {
        var called = callsOf("books", Duration.ofMillis(300));

        append();
        assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        append();

        assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_reader_reads_the_log_itself() throws Exception {
        var reader = bell.heardBy("screen", Duration.ZERO, log).openStream(null);

        append();

        assertThat(reader.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.nextAvailable().getPayload()).isEqualTo("something");
    }

    @Test
    void a_log_that_calls_by_itself_is_left_alone() {
        StreamableMessageSource<TrackedEventMessage<?>> other = _ -> null;

        assertThat(bell.heardBy("screen", Duration.ZERO, other)).isSameAs(other);
    }

    @Test
    void a_reader_that_cannot_be_called_keeps_nobody_else_from_being_called(CapturedOutput said)
            throws Exception {
        for (var name : List.of("a", "z")) {
            var broken = bell.heardBy(name, Duration.ZERO, log).openStream(null);
            broken.setOnAvailableCallback(
                    () -> {
                        throw new IllegalStateException("Gone");
                    });
        }
        var called = callsOf("screen", Duration.ZERO);

        for (int i = 0; i < 3; i++) {
            append();
            assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        bell.hurry("a");
        append();
        assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.getOut())
                .contains("a could not be called")
                .doesNotContain("The log cannot be listened to");
    }

    @Test
    void a_log_that_closes_when_the_program_ends_is_nothing_to_warn_of(CapturedOutput said)
            throws Exception {
        var closing = new ClosingLog();
        var unused = bell.heardBy("screen", Duration.ZERO, closing);
        assertThat(closing.listened.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        bell.destroy();

        assertThat(closing.closed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said.getOut()).doesNotContain("The log cannot be listened to");
    }

    /** Whoever is interrupted while waiting for it finds its connections closed. */
    private static final class ClosingLog extends EmbeddedEventStore {
        private final Semaphore listened = new Semaphore(0);
        private final Semaphore closed = new Semaphore(0);

        ClosingLog() {
            super(builder().storageEngine(new InMemoryEventStorageEngine()));
        }

        @Override
        public TrackingEventStream openStream(TrackingToken from) {
            return new ClosingStream(super.openStream(from), this);
        }
    }

    private record ClosingStream(TrackingEventStream events, ClosingLog log)
            implements TrackingEventStream {
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            log.listened.release();
            try {
                return events.hasNextAvailable(timeout, unit);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Closed", e);
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return events.nextAvailable();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek();
        }

        @Override
        public void close() {
            events.close();
            log.closed.release();
        }
    }

    private Semaphore callsOf(String reader, Duration patience) {
        var calls = new Semaphore(0);
        var stream = bell.heardBy(reader, patience, log).openStream(null);
        assertThat(stream.setOnAvailableCallback(calls::release)).isTrue();
        return calls;
    }

    private void append() {
        log.publish(GenericEventMessage.asEventMessage("something"));
    }
}
