package pe.comanda.command.tenancy;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.tenancy.OrganizationEvent;
import pe.comanda.domain.tenancy.OrganizationEvent.*;

import java.util.Optional;

/** What decisions need to know of organizations. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class OrganizationLookup implements OrganizationFacts.Source {
    private final Lookup<OrganizationFacts> organizations;

    OrganizationLookup(Lookups lookups) {
        this.organizations = lookups.of("organization", OrganizationFacts.class);
    }

    @Override
    public Optional<OrganizationFacts> find(String organization) {
        return organizations.find(organization);
    }

    @EventHandler
    void on(OrganizationEvent event, MetaData metadata) {
        var id = event.organization().value();
        var facts =
                switch (event) {
                    case OrganizationRegistered(_, var slug, var name, var legalName, var ruc) ->
                            new OrganizationFacts(
                                    id,
                                    slug.value(),
                                    name,
                                    legalName,
                                    ruc == null ? null : ruc.value(),
                                    false);
                    case OrganizationChanged change -> changed(known(id), change);
                    case OrganizationSuspended _ -> suspended(known(id), true);
                    case OrganizationResumed _ -> suspended(known(id), false);
                };
        organizations.put(id, metadata, facts);
    }

    @ResetHandler
    void reset() {
        organizations.clear();
    }

    private OrganizationFacts known(String id) {
        return organizations.find(id).orElseThrow();
    }

    private static OrganizationFacts changed(OrganizationFacts now, OrganizationChanged change) {
        return new OrganizationFacts(
                now.organization(),
                now.slug(),
                change.name() == null ? now.name() : change.name(),
                change.legalName() == null ? now.legalName() : change.legalName(),
                change.ruc() == null ? now.ruc() : change.ruc().value(),
                now.suspended());
    }

    private static OrganizationFacts suspended(OrganizationFacts now, boolean suspended) {
        return new OrganizationFacts(
                now.organization(), now.slug(), now.name(), now.legalName(), now.ruc(), suspended);
    }
}
