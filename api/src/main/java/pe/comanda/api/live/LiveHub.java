package pe.comanda.api.live;

import io.micrometer.core.instrument.MeterRegistry;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.live.FeedMessage;
import pe.comanda.domain.live.LiveQuery.*;
import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.shared.Query;

import reactor.core.Disposable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Brings the feed to the sockets of this node. It is told of every message by one subscription,
 * whatever the number of sockets, and notices by the sequence when it missed one: then it reads the
 * feed.
 */
@Component
class LiveHub implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final long NOT_KNOWN = -1;

    private final QueryGateway queries;
    private final Clock clock;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService courier =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live-courier").daemon().factory());
    private final Semaphore joining = new Semaphore(8);
    private volatile @Nullable Disposable subscription;

    LiveHub(QueryGateway queries, Clock clock, MeterRegistry metrics) {
        this.queries = queries;
        this.clock = clock;
        metrics.gauge(
                "comanda.live.sockets",
                channels,
                all -> all.values().stream().mapToInt(c -> c.clients.size()).sum());
    }

    private static final class Channel {
        final Set<Client> clients = ConcurrentHashMap.newKeySet();
        long sequence = NOT_KNOWN;
    }

    /** Lets a client in: with what it missed since {@code after}, or with a snapshot. */
    void join(Client client, long after) {
        var branch = client.ticket().branch();
        channels.computeIfAbsent(branch, _ -> new Channel()).clients.add(client);
        Thread.ofVirtual()
                .name("live-join")
                .start(
                        () -> {
                            try {
                                joining.acquire();
                                try {
                                    catchUp(client, branch, after);
                                } finally {
                                    joining.release();
                                }
                            } catch (RuntimeException e) {
                                LOG.warn("A client could not be brought up to date", e);
                                client.close(CloseStatus.SERVICE_RESTARTED);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    void leave(Client client) {
        var channel = channels.get(client.ticket().branch());
        if (channel != null) {
            channel.clients.remove(client);
        }
    }

    /** Closes the sockets of everybody of whom this holds. */
    void closeAll(Predicate<Ticket> of, CloseStatus status) {
        channels.values()
                .forEach(
                        channel ->
                                channel.clients.stream()
                                        .filter(client -> of.test(client.ticket()))
                                        .forEach(client -> client.close(status)));
    }

    private void catchUp(Client client, String branch, long after) {
        long last = after;
        FeedBatch missed = after < 0 ? null : ask(new ReadFeed(branch, after), FeedBatch.class);
        boolean unbroken = missed != null && missed.follows(after);
        if (missed == null || !unbroken) {
            var ticket = client.ticket();
            var snapshot =
                    ask(new TakeSnapshot(branch, ticket.session(), ticket.rooms()), Snapshot.class);
            client.send(
                    new TextMessage(
                            "{\"type\":\""
                                    + MessageType.SNAPSHOT.text()
                                    + "\",\"sequence\":"
                                    + snapshot.sequence()
                                    + ",\"body\":"
                                    + snapshot.body()
                                    + "}"));
            last = snapshot.sequence();
            missed = ask(new ReadFeed(branch, last), FeedBatch.class);
        } else {
            client.send(
                    new TextMessage(
                            "{\"type\":\""
                                    + MessageType.RESUMED.text()
                                    + "\",\"sequence\":"
                                    + after
                                    + "}"));
        }
        long read = pass(missed, client, last);
        courier.execute(() -> goLive(client, branch, read));
    }

    /**
     * On the courier's own thread, so that no message can come between the catch-up and going live.
     */
    private void goLive(Client client, String branch, long read) {
        var channel = channels.get(branch);
        if (channel == null) {
            return;
        }
        long last = read;
        if (channel.sequence != last) {
            last = pass(ask(new ReadFeed(branch, last), FeedBatch.class), client, last);
        }
        client.joined(last);
        if (channel.sequence == NOT_KNOWN) {
            channel.sequence = last; // else the others still wait for what this one has read ahead
        }
    }

    /** Sends what was missed, page by page, and answers the last sequence. */
    private long pass(FeedBatch first, Client client, long after) {
        long last = after;
        for (var page = first; !page.messages().isEmpty(); ) {
            for (var message : page.messages()) {
                var rendered = Rendered.of(message);
                if (client.hears(rendered)) {
                    client.send(rendered.frame());
                }
                last = message.sequence();
            }
            page = ask(new ReadFeed(client.ticket().branch(), last), FeedBatch.class);
        }
        return last;
    }

    private void deliver(List<FeedMessage> messages) {
        for (var message : messages) {
            var channel = channels.get(message.branch());
            if (channel == null || channel.clients.isEmpty()) {
                continue;
            }
            if (channel.sequence != NOT_KNOWN && message.sequence() > channel.sequence + 1) {
                heal(message.branch(), channel);
            }
            deliver(channel, message);
        }
    }

    private static void deliver(Channel channel, FeedMessage message) {
        if (message.sequence() <= channel.sequence) {
            return;
        }
        channel.sequence = message.sequence();
        var rendered = Rendered.of(message);
        for (var client : channel.clients) {
            var unused = client.deliver(rendered);
        }
    }

    private void heal(String branch, Channel channel) {
        ask(new ReadFeed(branch, channel.sequence), FeedBatch.class)
                .messages()
                .forEach(message -> deliver(channel, message));
    }

    /** Where the feed is written by another node, nobody tells this one: it asks. */
    private void lookAfterFeed() {
        try {
            var watched =
                    channels.entrySet().stream()
                            .filter(e -> !e.getValue().clients.isEmpty())
                            .map(Map.Entry::getKey)
                            .toList();
            if (!watched.isEmpty()) {
                ask(new FeedHeads(watched), Heads.class)
                        .heads()
                        .forEach(
                                head -> {
                                    var channel = channels.get(head.branch());
                                    if (channel != null
                                            && channel.sequence != NOT_KNOWN
                                            && head.sequence() > channel.sequence) {
                                        heal(head.branch(), channel);
                                    }
                                });
            }
        } catch (RuntimeException e) {
            LOG.warn("The feed could not be looked after: {}", e.toString());
        }
    }

    private void lookAfterClients() {
        var now = clock.instant();
        channels.values()
                .forEach(
                        channel ->
                                channel.clients.forEach(
                                        client -> {
                                            if (client.ticket().until().isBefore(now)) {
                                                client.close(Client.EXPIRED);
                                            } else {
                                                client.ping();
                                            }
                                        }));
    }

    private <V> V ask(Query<V> query, Class<V> view) {
        return queries.query(
                        query.getClass().getName(), ours(query), ResponseTypes.instanceOf(view))
                .join();
    }

    private static <Q> GenericMessage<Q> ours(Q query) {
        return new GenericMessage<>(query, Caller.system("", null, "live").toMetadata());
    }

    @Override
    public void start() {
        var following =
                queries.subscriptionQuery(
                        FollowFeed.class.getName(),
                        ours(new FollowFeed()),
                        ResponseTypes.instanceOf(FeedBatch.class),
                        ResponseTypes.instanceOf(FeedBatch.class),
                        10_000);
        subscription =
                following
                        .updates()
                        .subscribe(batch -> courier.execute(() -> deliver(batch.messages())));
        var unused =
                courier.scheduleWithFixedDelay(
                        this::lookAfterFeed, 500, 500, TimeUnit.MILLISECONDS);
        unused = courier.scheduleWithFixedDelay(this::lookAfterClients, 25, 25, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        closeAll(_ -> true, CloseStatus.SERVICE_RESTARTED);
        var following = subscription;
        if (following != null) {
            following.dispose();
        }
        subscription = null;
        courier.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
