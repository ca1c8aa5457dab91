package pe.comanda.api.live;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

import pe.comanda.domain.live.FeedMessage;

import reactor.core.Disposable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
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

    private final FeedQueries feed;
    private final CatchUp catchUp;
    private final Clock clock;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService courier =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live-courier").daemon().factory());
    private volatile @Nullable Disposable subscription;

    LiveHub(FeedQueries feed, CatchUp catchUp, Clock clock, MeterRegistry metrics) {
        this.feed = feed;
        this.catchUp = catchUp;
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
        channels.computeIfAbsent(client.ticket().branch(), _ -> new Channel()).clients.add(client);
        bringUp(client, () -> catchUp.begin(client, after));
    }

    /** In its own time, as fast as the client reads; then the courier takes it on. */
    private void bringUp(Client client, Callable<Long> way) {
        Thread.ofVirtual()
                .name("live-join")
                .start(
                        () -> {
                            try {
                                long last = way.call();
                                courier.execute(() -> takeOn(client, last));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            } catch (Exception e) {
                                giveUp(client, e);
                            }
                        });
    }

    /** It comes back, with what it has. */
    private void giveUp(Client client, Exception why) {
        if (isRunning()) {
            LOG.warn("A client could not be brought up to date", why);
        }
        client.close(CloseStatus.SERVICE_RESTARTED);
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

    private void takeOn(Client client, long read) {
        try {
            goLive(client, read);
        } catch (RuntimeException e) {
            giveUp(client, e);
        }
    }

    /**
     * On the courier's own thread, so that no message can come between the catch-up and going live.
     * Who is far behind once more catches up once more: the courier waits for nobody.
     */
    private void goLive(Client client, long read) {
        var channel = channels.get(client.ticket().branch());
        if (channel == null || !client.isOpen()) {
            return;
        }
        long last = read;
        if (channel.sequence != last) {
            var missed = feed.after(client.ticket().branch(), last).messages();
            if (missed.size() > Client.ROOM) {
                bringUp(client, () -> catchUp.proceed(client, read));
                return;
            }
            for (var message : missed) {
                var rendered = Rendered.of(message);
                if (client.hears(rendered)) {
                    client.send(rendered.frame());
                }
                last = message.sequence();
            }
        }
        client.joined(last);
        if (channel.sequence == NOT_KNOWN) {
            channel.sequence = last; // else the others still wait for what this one has read ahead
        }
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
        feed.after(branch, channel.sequence)
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
                feed.heads(watched)
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

    @Override
    public void start() {
        subscription =
                feed.follow()
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
