package pe.comanda.command.invoicing;

import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.TakeNumber;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.NumberTaken;
import pe.comanda.domain.invoicing.InvoiceSeriesId;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Series;

import java.util.List;

/**
 * Numbers, decided first and recorded with the document that takes them: a number is never taken
 * for a document that is refused.
 */
@Component
class Numbers {
    private final ObjectProvider<Configuration> axon;

    Numbers(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    /** A number that is held, and not yet taken. */
    record Held(
            DocumentNumber number,
            Aggregate<InvoiceSeriesAggregate> run,
            List<InvoiceSeriesEvent> decided) {

        void take(Owner owner) {
            run.execute(it -> it.record(decided, owner.wholeOrganization()));
        }
    }

    /** The next number of a series; others who want one of the same series wait. */
    Held next(Ruc ruc, DocumentType type, Series series, InvoiceId invoice, MetaData caller)
            throws Exception {
        var id = InvoiceSeriesId.of(ruc, type, series);
        var run =
                axon.getObject()
                        .repository(InvoiceSeriesAggregate.class)
                        .loadOrCreate(id.value(), InvoiceSeriesAggregate::new);
        var decided = run.invoke(it -> decide(it, new TakeNumber(id, invoice), caller));
        return new Held(new DocumentNumber(series, numberIn(decided)), run, decided);
    }

    private static List<InvoiceSeriesEvent> decide(
            InvoiceSeriesAggregate run, TakeNumber command, MetaData caller) {
        run.owner().admit(caller);
        return run.series().decide(command);
    }

    private static int numberIn(List<InvoiceSeriesEvent> taken) {
        return taken.stream()
                .filter(NumberTaken.class::isInstance)
                .map(event -> ((NumberTaken) event).number())
                .findFirst()
                .orElseThrow(AccessRule.ALREADY_EXISTS::broken);
    }
}
