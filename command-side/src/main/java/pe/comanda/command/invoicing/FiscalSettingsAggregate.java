package pe.comanda.command.invoicing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.FiscalSettings;
import pe.comanda.domain.invoicing.FiscalSettingsEvent;
import pe.comanda.domain.invoicing.FiscalSettingsId;

import java.util.List;

/** Runs {@link FiscalSettings} on Axon. Commands reach it through {@link FiscalDesk}. */
@Aggregate(type = "FiscalSettings", cache = "aggregateCache")
class FiscalSettingsAggregate {
    @AggregateIdentifier private @Nullable FiscalSettingsId id;

    private Owner owner = Owner.NOBODY;
    private FiscalSettings settings = FiscalSettings.UNTOUCHED;

    FiscalSettingsAggregate() {}

    void record(List<FiscalSettingsEvent> decided, Owner of) {
        decided.forEach(
                event -> {
                    var _ = apply(event, of.stamp());
                });
    }

    FiscalSettings settings() {
        return settings;
    }

    Owner owner() {
        return owner;
    }

    @EventSourcingHandler
    void on(FiscalSettingsEvent event, MetaData metadata) {
        if (id == null) {
            id = event.settings();
            owner = new Owner(Owner.of(metadata).organization(), null);
        }
        settings = settings.evolve(event);
    }
}
