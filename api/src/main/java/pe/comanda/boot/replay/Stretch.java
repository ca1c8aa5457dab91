package pe.comanda.boot.replay;

import org.axonframework.eventhandling.TrackedEventMessage;

import java.util.List;

/**
 * A stretch of the log, as one view reads it.
 *
 * @param events those that the view can take, parsed
 * @param end the last position that belongs to it, whether an event of the view stands there or not
 */
record Stretch(List<TrackedEventMessage<?>> events, long end) {
    Stretch {
        events = List.copyOf(events);
    }
}
