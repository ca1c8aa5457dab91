package pe.comanda.command.shared;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.MetadataKey;

/** Tells a caller who acted on an old version what has happened in between. */
@Component
class Conflicts {
    private static final int TELL_AT_MOST = 20;
    private final ObjectProvider<EventStore> events;

    Conflicts(ObjectProvider<EventStore> events) {
        this.events = events;
    }

    String since(String aggregate, long version) {
        var happened =
                events.getObject()
                        .readEvents(aggregate, version + 1)
                        .asStream()
                        .limit(TELL_AT_MOST)
                        .map(Conflicts::told)
                        .toList();
        return String.join("; ", happened);
    }

    private static String told(DomainEventMessage<?> event) {
        var name = EventFamilies.nameOf(event.getPayloadType()).orElse("?");
        var actor = event.getMetaData().get(MetadataKey.ACTOR);
        return "%d %s by %s at %s"
                .formatted(event.getSequenceNumber(), name, actor, event.getTimestamp());
    }
}
