package pe.comanda.domain.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.util.List;

/** What the door asks in order to feed its sockets. */
public sealed interface LiveQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.INTERNAL;
    }

    @Override
    default String view() {
        return "live";
    }

    /** Subscribed to once by every node of the door: every message, as it is stored. */
    record FollowFeed() implements LiveQuery<FeedBatch> {}

    /** Messages of a branch after a sequence, oldest first; at most 1,000. */
    record ReadFeed(String branch, long after) implements LiveQuery<FeedBatch> {}

    /**
     * The open orders of a branch, or of one table session, and the sequence of the last message
     * that they reflect.
     */
    record TakeSnapshot(String branch, @Nullable String session) implements LiveQuery<Snapshot> {}

    /** How far each branch's feed has got. For nodes that are not told of every message. */
    record FeedHeads(List<String> branches) implements LiveQuery<Heads> {
        public FeedHeads {
            branches = List.copyOf(branches);
        }
    }

    /**
     * @param oldest the oldest sequence that is still kept; older clients take a new snapshot
     */
    record FeedBatch(List<FeedMessage> messages, long oldest) {
        public FeedBatch {
            messages = List.copyOf(messages);
        }
    }

    /**
     * @param orders a JSON array of orders
     */
    record Snapshot(long sequence, String orders) {}

    record Heads(List<Head> heads) {
        public Heads {
            heads = List.copyOf(heads);
        }
    }

    record Head(String branch, long sequence) {}
}
