package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.*;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BillingCommand.BillOrder;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.TakeNumber;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent.NumberTaken;
import pe.comanda.domain.invoicing.InvoiceSeriesId;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Series;
import pe.comanda.domain.invoicing.SubmissionDeadline;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * Makes documents of orders. The number and the document come about in one unit of work: everything
 * is decided before anything is recorded, so a number is never taken for a document that is
 * refused.
 */
@Component
class Billing {
    private final ObjectProvider<Configuration> axon;
    private final Histories histories;
    private final Issuers issuers;
    private final BranchSeries series;
    private final BilledOrders billed;
    private final Buyers buyers;

    Billing(
            ObjectProvider<Configuration> axon,
            Histories histories,
            Issuers issuers,
            BranchSeries series,
            BilledOrders billed,
            Buyers buyers) {
        this.axon = axon;
        this.histories = histories;
        this.issuers = issuers;
        this.series = series;
        this.billed = billed;
        this.buyers = buyers;
    }

    @CommandHandler
    long handle(BillOrder command, MetaData metadata) throws Exception {
        ORDER_GETS_BOLETA_OR_FACTURA.require(!command.type().isNote());
        var order =
                histories
                        .bill(command.order())
                        .orElseThrow(() -> AccessRule.NOT_FOUND.broken("id", command.order()));
        var owner = order.owner();
        var caller = metadata.withoutKeys(Set.of(MetadataKey.EXPECTED_VERSION));
        owner.admit(caller);
        var bill = order.bill();
        CANCELLED_ORDER_IS_NOT_BILLED.require(!bill.cancelled());
        ORDER_MUST_BE_PAID.require(bill.due().isZero(), "due", bill.due());

        var issuer = issuers.at(owner);
        var chosen = series.of(owner, command.till(), command.type());
        var numbers =
                seriesRepository()
                        .loadOrCreate(
                                InvoiceSeriesId.of(issuer.ruc(), command.type(), chosen).value(),
                                InvoiceSeriesAggregate::new);
        var taken = numbers.invoke(run -> take(run, command, issuer, chosen, caller));
        var issued =
                Invoice.NOT_ISSUED.decide(
                        new IssueInvoice(
                                command.invoice(),
                                command.order(),
                                document(command, bill, issuer, chosen, numberIn(taken)),
                                buyers.seal(
                                        owner.organization(), command.invoice(), command.buyer()),
                                command.replaces(),
                                command.at()));
        billed.claim(command, owner);

        numbers.execute(run -> run.record(taken, new Owner(owner.organization(), null)));
        var _ =
                axon.getObject()
                        .repository(InvoiceAggregate.class)
                        .newInstance(() -> new InvoiceAggregate(issued, owner));
        return issued.size() - 1L;
    }

    private static List<InvoiceSeriesEvent> take(
            InvoiceSeriesAggregate run,
            BillOrder command,
            Issuer issuer,
            Series chosen,
            MetaData caller) {
        run.owner().admit(caller);
        return run.series()
                .decide(
                        new TakeNumber(
                                InvoiceSeriesId.of(issuer.ruc(), command.type(), chosen),
                                command.invoice()));
    }

    private static int numberIn(List<InvoiceSeriesEvent> taken) {
        return taken.stream()
                .filter(NumberTaken.class::isInstance)
                .map(event -> ((NumberTaken) event).number())
                .findFirst()
                .orElseThrow(AccessRule.ALREADY_EXISTS::broken);
    }

    private static FiscalDocument document(
            BillOrder command, Bill bill, Issuer issuer, Series chosen, int number) {
        var terms = bill.terms();
        if (terms == null) {
            throw new IllegalStateException("An order that was never placed");
        }
        var issuedAt = LocalDateTime.ofInstant(command.at(), SubmissionDeadline.LIMA);
        return new FiscalDocument(
                issuer,
                command.type(),
                new DocumentNumber(chosen, number),
                issuedAt,
                terms.currency(),
                terms.rate(),
                command.buyer(),
                SaleOf.amounts(bill, terms, issuedAt.toLocalDate()),
                PaymentTerms.AT_ONCE,
                null);
    }

    private Repository<InvoiceSeriesAggregate> seriesRepository() {
        return axon.getObject().repository(InvoiceSeriesAggregate.class);
    }
}
