package pe.comanda.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import pe.comanda.domain.live.FeedMessage;
import pe.comanda.domain.live.LiveQuery.FeedBatch;
import pe.comanda.domain.live.LiveQuery.Snapshot;
import pe.comanda.domain.live.Rooms;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Clients that come, or come back, to a branch where much is going on. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatchUpTest {
    private static final int PAGE = 1_000;
    private static final long HEAD = 2_500;

    private final FeedQueries feed = mock();
    private final CatchUp catchUp = new CatchUp(feed, new Snapshots(feed));

    @BeforeEach
    void much_has_happened() {
        when(feed.after(eq("branch-1"), anyLong()))
                .thenAnswer(call -> after(call.getArgument(1, Long.class)));
        when(feed.snapshot(any())).thenReturn(new Snapshot(HEAD, List.of("{}")));
    }

    @Test
    void more_than_fits_into_its_queue_reaches_one_that_reads_slowly() throws Exception {
        var phone = new FakeSocket(() -> LockSupport.parkNanos(100_000));

        assertThat(catchUp.begin(phone.client(), 0)).isEqualTo(HEAD);

        await().until(() -> phone.sent().size() == HEAD + 1);
        assertThat(phone.sent().getFirst()).contains("resumed");
        assertThat(phone.sent().get(1)).contains("\"sequence\":1,");
        assertThat(phone.sent().getLast()).contains("\"sequence\":2500,");
        assertThat(phone.closedWith()).isNull();
    }

    @Test
    void those_who_do_not_read_keep_nobody_else_at_the_door() throws Exception {
        var never = new CountDownLatch(1);
        var stuck = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            var asleep =
                    new FakeSocket(
                            () -> {
                                stuck.incrementAndGet();
                                never.await();
                            });
            var unused = Thread.ofVirtual().start(() -> begin(asleep));
        }
        await().until(() -> stuck.get() == 20);
        var phone = new FakeSocket(() -> {});

        var told =
                CompletableFuture.supplyAsync(
                        () -> begin(phone), Executors.newVirtualThreadPerTaskExecutor());

        assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo(HEAD);
        await().until(() -> phone.sent().size() == HEAD + 1);
        never.countDown();
    }

    @Test
    void only_the_last_part_of_what_it_starts_with_has_a_sequence() throws Exception {
        when(feed.snapshot(any()))
                .thenReturn(new Snapshot(HEAD, List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}")));
        var phone = new FakeSocket(() -> {});

        assertThat(catchUp.begin(phone.client(), -1)).isEqualTo(HEAD);

        await().until(() -> phone.sent().size() == 3);
        assertThat(phone.sent())
                .containsExactly(
                        "{\"type\":\"snapshot.part\",\"body\":{\"a\":1}}",
                        "{\"type\":\"snapshot.part\",\"body\":{\"a\":2}}",
                        "{\"type\":\"snapshot\",\"sequence\":2500,\"body\":{\"a\":3}}");
    }

    @Test
    void much_is_read_once_for_all_who_start_together() throws Exception {
        when(feed.snapshot(any())).thenReturn(new Snapshot(HEAD, List.of("{}", "{}")));
        for (int i = 0; i < 2; i++) {
            assertThat(catchUp.begin(new FakeSocket(() -> {}).client(), -1)).isEqualTo(HEAD);
        }

        verify(feed, times(1)).snapshot(any());
    }

    @Test
    void little_is_read_for_each_as_it_is_now() throws Exception {
        when(feed.snapshot(any())).thenReturn(new Snapshot(HEAD, List.of("{}")));
        for (int i = 0; i < 2; i++) {
            assertThat(catchUp.begin(new FakeSocket(() -> {}).client(), -1)).isEqualTo(HEAD);
        }

        verify(feed, times(2)).snapshot(any());
    }

    private long begin(FakeSocket socket) {
        try {
            return catchUp.begin(socket.client(), 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeedBatch after(long sequence) {
        var messages =
                LongStream.rangeClosed(sequence + 1, Math.min(sequence + PAGE, HEAD))
                        .mapToObj(
                                s ->
                                        new FeedMessage(
                                                "branch-1",
                                                s,
                                                List.of(Rooms.BRANCH),
                                                "order.changed",
                                                "{}",
                                                s,
                                                Instant.EPOCH))
                        .toList();
        return new FeedBatch(messages, 1, HEAD);
    }
}
