package pe.comanda.query.identity;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffEvent.StaffHired;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Follows people. */
@Component
@ProcessingGroup(Views.PEOPLE)
class StaffProjection {
    private final StaffRows staff;
    private final Actors actors;

    StaffProjection(StaffRows staff, Actors actors) {
        this.staff = staff;
        this.actors = actors;
    }

    @EventHandler
    void on(
            StaffEvent event,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var row =
                staff.findById(event.staff().value())
                        .orElseGet(() -> StaffRow.hired((StaffHired) event, organization, at));
        row.apply(event, version);
        staff.save(row);
        actors.changed(row.id());
    }

    @ResetHandler
    void reset() {
        staff.deleteAllInBatch();
        actors.forgetAll();
    }
}
