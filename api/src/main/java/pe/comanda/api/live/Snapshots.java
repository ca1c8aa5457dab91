package pe.comanda.api.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;

import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;

import pe.comanda.domain.live.LiveQuery.Snapshot;
import pe.comanda.domain.live.LiveQuery.TakeSnapshot;
import pe.comanda.domain.live.MessageType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What clients start with. A large one is kept for a moment, and rendered once for all who start
 * with the same: a thousand that come back together would otherwise read thousands of orders each.
 * What happened since is read from the feed, as after any snapshot.
 */
@Component
class Snapshots {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final FeedQueries feed;
    private final Cache<TakeSnapshot, Frames> large =
            Caffeine.newBuilder()
                    .expireAfterWrite(MOMENT)
                    .scheduler(Scheduler.systemScheduler())
                    .build();

    Snapshots(FeedQueries feed) {
        this.feed = feed;
    }

    /**
     * @param sequence of the last message that it reflects
     */
    record Frames(long sequence, List<TextMessage> messages) {
        Frames {
            messages = List.copyOf(messages);
        }
    }

    Frames of(Ticket ticket) {
        var wanted =
                new TakeSnapshot(ticket.branch(), ticket.session(), ticket.table(), ticket.rooms());
        var taken = large.get(wanted, key -> rendered(feed.snapshot(key)));
        if (taken.messages().size() == 1) {
            large.invalidate(wanted);
        }
        return taken;
    }

    /**
     * The sequence stands in the last message only: whoever did not get it has nothing to resume
     * from.
     */
    private static Frames rendered(Snapshot snapshot) {
        var messages = new ArrayList<TextMessage>();
        for (var part : snapshot.parts()) {
            boolean last = messages.size() == snapshot.parts().size() - 1;
            var type = last ? MessageType.SNAPSHOT : MessageType.SNAPSHOT_PART;
            messages.add(
                    new TextMessage(
                            "{\"type\":\""
                                    + type.text()
                                    + (last ? "\",\"sequence\":" + snapshot.sequence() : "\"")
                                    + ",\"body\":"
                                    + part
                                    + "}"));
        }
        return new Frames(snapshot.sequence(), messages);
    }
}
