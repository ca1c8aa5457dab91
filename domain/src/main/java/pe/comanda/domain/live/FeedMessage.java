package pe.comanda.domain.live;

import java.time.Instant;
import java.util.List;

/**
 * One message of a branch's live feed.
 *
 * @param sequence counts up by one per branch: a gap means something was missed
 * @param rooms who is concerned: {@code branch}, {@code kitchen}, {@code floor}, {@code stock},
 *     {@code menu}, {@code finance}, {@code loyalty}, {@code session:<id>}
 * @param type what it tells: the text of a {@link MessageType}
 * @param body the state after the change, as JSON: a client may forget everything older about the
 *     same thing
 * @param position the position in the event log that the message reflects
 */
public record FeedMessage(
        String branch,
        long sequence,
        List<String> rooms,
        String type,
        String body,
        long position,
        Instant at) {
    public FeedMessage {
        rooms = List.copyOf(rooms);
    }
}
