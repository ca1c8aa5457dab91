package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import java.time.Duration;

/** Where far too much fails, the reader stands rather than lose anything. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullQueueTest {
    private static final String VIEW = "view-stock";
    private static final int MOST = 10_000;
    private static final int OTHERS = 500;
    private static final Duration SOON = Duration.ofSeconds(90);

    @Autowired private EventStore events;
    @Autowired private EventProcessingConfiguration processing;
    @Autowired private JdbcClient sql;
    @LocalServerPort private int port;
    private Http anybody;
    private Tenant house;

    @BeforeEach
    void a_house() {
        anybody = new Http("http://localhost:" + port, "");
        house = new Newcomers(anybody).signUp();
    }

    @AfterEach
    void there_is_room_again() {
        letGo();
        await().atMost(SOON).until(this::caughtUp);
    }

    @Test
    void its_reader_stands_nothing_is_lost_and_it_goes_on_when_there_is_room() {
        // Those of other tests wait there, too.
        int free = MOST - (int) queue().amountOfSequences();
        fillUp(1, free - 1);
        assertThat(full()).isFalse();
        fillUp(free, free);
        assertThat(full()).isTrue();
        // Of those that were there some may be handled meanwhile, and leave room.
        fillUp(free + 1, free + OTHERS);

        Misfiled.publish(events, house);
        await().atMost(SOON).until(() -> !caughtUp());
        await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> !caughtUp());
        assertThat(lettersOfTheHouse()).isZero();

        letGo();
        await().atMost(SOON).until(this::caughtUp);
        assertThat(lettersOfTheHouse()).isOne();
    }

    private boolean full() {
        return queue().isFull("another");
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return processing.<EventMessage<?>>deadLetterQueue(VIEW).orElseThrow();
    }

    /** With sequences that somebody else is at, so that nobody tries them again meanwhile. */
    private void fillUp(int first, int last) {
        var unused =
                sql.sql(
                                """
                                insert into dead_letter_entry (dead_letter_id, enqueued_at, event_identifier, message_type, payload,
                                    payload_type, time_stamp, processing_group, processing_started, sequence_identifier, sequence_index)
                                select 'filler-' || n, now(), 'filler-' || n, 'none', '', 'none', '', ?, now() + interval '1 day', 'filler-' || n, 0
                                from generate_series(?, ?) n
                                """)
                        .params(VIEW, first, last)
                        .update();
    }

    private void letGo() {
        var unused = sql.sql("delete from dead_letter_entry where message_type = 'none'").update();
    }

    private int lettersOfTheHouse() {
        return sql.sql(
                        "select count(*) from dead_letter_entry where processing_group = ? and convert_from(meta_data, 'UTF8') like ?")
                .params(VIEW, "%" + house.organization() + "%")
                .query(Integer.class)
                .single();
    }

    private boolean caughtUp() {
        return SuspensionTest.platform(anybody)
                .get("/api/v1/operations/processors")
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .filter(reader -> reader.path("name").asString().equals(VIEW))
                .allMatch(reader -> reader.path("caughtUp").asBoolean());
    }
}
