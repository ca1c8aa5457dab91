package pe.comanda.boot.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** When a replay that somebody else began is taken up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StraightReplaysTest {
    private static final String VIEW = "view-stock";
    private static final long WORTH_IT = 20_000;
    private final EventProcessingConfiguration processing = mock();
    private final StreamingEventProcessor reader = mock();
    private final EventTrackerStatus status = mock();
    private final TokenStore tokens = mock();
    private final StraightLog log = mock();
    private final ObjectProvider<StraightLog> source = mock();
    private final StraightReplays replays = new StraightReplays(processing, source);

    @BeforeEach
    void a_reader_in_the_middle_of_a_replay() {
        when(source.getIfAvailable()).thenReturn(log);
        when(log.worthIt()).thenReturn(WORTH_IT);
        when(processing.eventProcessor(VIEW, StreamingEventProcessor.class))
                .thenReturn(Optional.of(reader));
        when(processing.tokenStore(VIEW)).thenReturn(tokens);
        when(processing.transactionManager(VIEW)).thenReturn(NoTransactionManager.instance());
        when(tokens.fetchSegments(VIEW)).thenReturn(new int[] {0, 1});
        when(reader.processingStatus()).thenReturn(Map.of(0, status));
        when(status.getSegment()).thenReturn(Segment.ROOT_SEGMENT);
        when(status.isReplaying()).thenReturn(true);
        when(status.getResetPosition()).thenReturn(OptionalLong.of(100_000));
        when(status.getCurrentPosition()).thenReturn(OptionalLong.of(500));
        replays.start();
    }

    @AfterEach
    void ends() {
        replays.stop();
    }

    @Test
    void one_with_much_before_it_is_taken_up_and_its_reader_begins_again_behind_it() {
        replays.goOn(VIEW);
        verify(reader).shutDown();
        over();
        verify(reader).start();
        verify(reader, never()).resetTokens(anyTail());
    }

    @Test
    void one_that_its_reader_is_through_with_in_a_moment_is_left_to_it() {
        when(status.getCurrentPosition()).thenReturn(OptionalLong.of(100_000 - WORTH_IT));
        replays.goOn(VIEW);
        verify(reader, never()).shutDown();
    }

    @Test
    void one_that_is_over_is_left_alone() {
        when(status.isReplaying()).thenReturn(false);
        replays.goOn(VIEW);
        verify(reader, never()).shutDown();
    }

    @Test
    void on_axon_server_there_is_nothing_to_read_straight() {
        when(source.getIfAvailable()).thenReturn(null);
        replays.goOn(VIEW);
        verify(reader, never()).shutDown();
    }

    @Test
    void where_it_failed_it_is_left_to_its_reader_until_somebody_starts_it_over() {
        when(tokens.fetchSegments(VIEW)).thenThrow(new IllegalStateException("no tokens"));
        replays.goOn(VIEW);
        over();
        verify(reader).start();

        replays.goOn(VIEW);
        assertThat(replays.isUnderWay(VIEW)).isFalse();
        verify(reader, times(1)).shutDown();

        replays.startOver(VIEW);
        over();
        verify(reader, times(2)).shutDown();
    }

    private static Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken>
            anyTail() {
        return any();
    }

    private void over() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !replays.isUnderWay(VIEW));
    }
}
