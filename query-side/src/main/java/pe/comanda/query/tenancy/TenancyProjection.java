package pe.comanda.query.tenancy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.BranchEvent.BranchOpened;
import pe.comanda.domain.tenancy.OrganizationEvent;
import pe.comanda.domain.tenancy.OrganizationEvent.OrganizationRegistered;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Follows organizations and branches. */
@Component
@ProcessingGroup(Views.PEOPLE)
class TenancyProjection {
    private final OrganizationRows organizations;
    private final BranchRows branches;
    private final Standings standings;

    TenancyProjection(OrganizationRows organizations, BranchRows branches, Standings standings) {
        this.organizations = organizations;
        this.branches = branches;
        this.standings = standings;
    }

    @EventHandler
    void on(OrganizationEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        var row =
                organizations
                        .findById(event.organization().value())
                        .orElseGet(
                                () ->
                                        OrganizationRow.registered(
                                                (OrganizationRegistered) event, at));
        row.apply(event, version);
        organizations.save(row);
        standings.changed(row.id());
    }

    @EventHandler
    void on(
            BranchEvent event,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var row =
                branches.findById(event.branch().value())
                        .orElseGet(() -> BranchRow.opened((BranchOpened) event, organization, at));
        row.apply(event, version);
        branches.save(row);
        if (event instanceof BranchOpened) {
            standings.changed(organization);
        }
    }

    @ResetHandler
    void reset() {
        organizations.deleteAllInBatch();
        branches.deleteAllInBatch();
        standings.forgetAll();
    }
}
