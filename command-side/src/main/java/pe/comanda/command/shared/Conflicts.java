package pe.comanda.command.shared;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.access.MetadataKey;

import java.util.HashMap;
import java.util.Map;

/** Tells a caller who acted on an old version what has happened in between. */
@Component
class Conflicts {
    private static final int TELL_AT_MOST = 20;
    private final ObjectProvider<EventStore> events;

    Conflicts(ObjectProvider<EventStore> events) {
        this.events = events;
    }

    Map<String, String> since(ConflictingAggregateVersionException conflict) {
        var details = new HashMap<String, String>();
        details.put("expectedVersion", String.valueOf(conflict.getExpectedVersion()));
        details.put("actualVersion", String.valueOf(conflict.getActualVersion()));
        var happened =
                events.getObject()
                        .readEvents(
                                String.valueOf(conflict.getAggregateIdentifier()),
                                conflict.getExpectedVersion() + 1)
                        .asStream()
                        .limit(TELL_AT_MOST)
                        .map(Conflicts::told)
                        .toList();
        details.put("happened", String.join("; ", happened));
        return details;
    }

    private static String told(DomainEventMessage<?> event) {
        var name = EventFamilies.nameOf(event.getPayloadType()).orElse("?");
        var actor = event.getMetaData().get(MetadataKey.ACTOR);
        return "%d %s by %s at %s"
                .formatted(event.getSequenceNumber(), name, actor, event.getTimestamp());
    }
}
