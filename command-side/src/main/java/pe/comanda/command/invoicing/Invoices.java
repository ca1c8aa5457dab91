package pe.comanda.command.invoicing;

import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceId;

import java.util.List;

/**
 * Invoices in the unit of work of whoever asks: what a desk decides and the events of it are one
 * commit. Axon is asked when it is needed; it is not there yet when the desks are made.
 */
@Component
class Invoices {
    private final ObjectProvider<Configuration> axon;

    Invoices(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    Aggregate<InvoiceAggregate> load(InvoiceId id) {
        return repository().load(id.value());
    }

    /** Begins an invoice with what was decided of it; answers its version. */
    long begin(List<InvoiceEvent> decided, Owner owner) throws Exception {
        var _ = repository().newInstance(() -> new InvoiceAggregate(decided, owner));
        return decided.size() - 1L;
    }

    private Repository<InvoiceAggregate> repository() {
        return axon.getObject().repository(InvoiceAggregate.class);
    }
}
