package pe.comanda.api.live;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;

import pe.comanda.domain.live.LiveQuery.FeedBatch;
import pe.comanda.domain.live.MessageType;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Brings one client up to date: with what it missed, or with a snapshot and what came after it. It
 * goes as fast as the client reads; the questions, not the clients, take turns, so one that reads
 * slowly keeps nobody else at the door.
 */
@Component
class CatchUp {
    private static final int QUESTIONS_AT_ONCE = 8;

    private final FeedQueries feed;
    private final Snapshots snapshots;
    private final Semaphore turns = new Semaphore(QUESTIONS_AT_ONCE);

    CatchUp(FeedQueries feed, Snapshots snapshots) {
        this.feed = feed;
        this.snapshots = snapshots;
    }

    /** Its first message, and all that followed; answers the last sequence that it was sent. */
    long begin(Client client, long after) throws InterruptedException {
        var branch = client.ticket().branch();
        if (after >= 0) {
            var missed = inTurn(() -> feed.after(branch, after));
            if (missed.follows(after)) {
                client.sendPatiently(
                        new TextMessage(
                                "{\"type\":\""
                                        + MessageType.RESUMED.text()
                                        + "\",\"sequence\":"
                                        + after
                                        + "}"));
                return pass(missed, client, after);
            }
        }
        var snapshot = inTurn(() -> snapshots.of(client.ticket()));
        for (var message : snapshot.messages()) {
            client.sendPatiently(message);
        }
        return proceed(client, snapshot.sequence());
    }

    /** What came since; answers the last sequence that the client was sent. */
    long proceed(Client client, long after) throws InterruptedException {
        return pass(inTurn(() -> feed.after(client.ticket().branch(), after)), client, after);
    }

    /** Sends what was missed, page by page. */
    private long pass(FeedBatch first, Client client, long after) throws InterruptedException {
        long last = after;
        for (var page = first; !page.messages().isEmpty() && client.isOpen(); ) {
            for (var message : page.messages()) {
                var rendered = Rendered.of(message);
                if (client.hears(rendered)) {
                    client.sendPatiently(rendered.frame());
                }
                last = message.sequence();
            }
            long read = last;
            page = inTurn(() -> feed.after(client.ticket().branch(), read));
        }
        client.awaitRoom();
        return last;
    }

    private <T> T inTurn(Supplier<T> question) throws InterruptedException {
        turns.acquire();
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }
}
