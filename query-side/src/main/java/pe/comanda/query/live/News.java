package pe.comanda.query.live;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;

import java.time.Instant;

/**
 * What a message says of the event behind it.
 *
 * @param old whether it is being replayed: then screens have heard of it, and only what they look
 *     at is built again
 */
record News(String event, long position, Instant at, boolean old) {

    static News of(EventMessage<?> message) {
        var token =
                message instanceof TrackedEventMessage<?> tracked ? tracked.trackingToken() : null;
        return new News(
                message.getPayloadType().getSimpleName(),
                token == null ? -1 : token.position().orElse(-1),
                message.getTimestamp(),
                token != null && ReplayToken.isReplay(token));
    }
}
