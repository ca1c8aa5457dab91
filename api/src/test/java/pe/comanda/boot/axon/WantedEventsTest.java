package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A reader gets its own events and, where nothing follows, the last one, whatever it is. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WantedEventsTest {
    private final EmbeddedEventStore log =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final WantedEvents reader = new WantedEvents(log.openStream(null), _ -> {});

    @AfterEach
    void stop() {
        reader.close();
        log.shutDown();
    }

    @Test
    void a_type_without_a_handler_is_left_out_after_it_was_met_once() throws Exception {
        append(1, "a", 2, 3, "b", 4);

        assertThat(read(6)).containsExactly(1, "a", "b", 4);
    }

    @Test
    void the_position_of_what_follows_includes_what_was_left_out() throws Exception {
        append(1, "a", 2, "b");
        assertThat(read(2)).containsExactly(1, "a");
        append(3);

        var next = reader.nextAvailable();

        assertThat(next.getPayload()).isEqualTo("b");
        assertThat(next.trackingToken().position()).hasValue(3);
        assertThat(reader.nextAvailable().trackingToken().position()).hasValue(4);
        assertThat(reader.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void a_reader_is_woken_by_what_it_does_not_want_as_well() throws Exception {
        append(1);
        assertThat(read(1)).containsExactly(1);

        append(2);

        assertThat(reader.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.peek().orElseThrow().getPayload()).isEqualTo(2);
        assertThat(reader.nextAvailable().getPayload()).isEqualTo(2);
    }

    @Test
    void of_very_many_some_are_handed_out() throws Exception {
        append(1);
        assertThat(read(1)).containsExactly(1);
        for (int i = 0; i < 2_500; i++) {
            append(i);
        }

        assertThat(read(2_500)).hasSize(3).last().isEqualTo(2_499);
    }

    /** Numbers are of a type that the reader has no handler for. */
    private List<Object> read(int most) throws InterruptedException {
        var read = new ArrayList<Object>();
        while (read.size() < most && reader.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
            var event = reader.nextAvailable();
            read.add(event.getPayload());
            if (event.getPayload() instanceof Integer) {
                reader.skipMessagesWithPayloadTypeOf(event);
            }
        }
        return read;
    }

    private void append(Object... payloads) {
        for (var payload : payloads) {
            log.publish(GenericEventMessage.asEventMessage(payload));
        }
    }
}
