package pe.comanda.domain.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.util.List;
import java.util.Set;

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
     * What a screen of the branch starts with, and the sequence of the last message that it
     * reflects: the open orders (of one table session, or of one table, where one is named) and
     * whatever else is shown in the rooms.
     */
    record TakeSnapshot(
            String branch, @Nullable String session, @Nullable String table, Set<String> rooms)
            implements LiveQuery<Snapshot> {
        public TakeSnapshot {
            rooms = Set.copyOf(rooms);
        }
    }

    /** How far each branch's feed has got. For nodes that are not told of every message. */
    record FeedHeads(List<String> branches) implements LiveQuery<Heads> {
        public FeedHeads {
            branches = List.copyOf(branches);
        }
    }

    /**
     * @param oldest the oldest sequence that is still kept, @param newest the last there is:
     *     clients from before or beyond take a new snapshot
     */
    record FeedBatch(List<FeedMessage> messages, long oldest, long newest) {
        public FeedBatch {
            messages = List.copyOf(messages);
        }

        /** Whether nothing is missing between the sequence and what is here. */
        public boolean follows(long sequence) {
            return oldest <= sequence + 1 && sequence <= newest;
        }
    }

    /**
     * @param parts JSON objects of lists (orders, sessions, tables and so on) of one moment: one at
     *     least, none with more than some hundred things, all of it together
     */
    record Snapshot(long sequence, List<String> parts) {
        public Snapshot {
            parts = List.copyOf(parts);
        }
    }

    record Heads(List<Head> heads) {
        public Heads {
            heads = List.copyOf(heads);
        }
    }

    record Head(String branch, long sequence) {}
}
