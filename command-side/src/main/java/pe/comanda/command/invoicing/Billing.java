package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.*;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BillingCommand.BillOrder;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.payments.Payment;

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
    private final Invoices invoices;
    private final Histories histories;
    private final Issuers issuers;
    private final BranchSeries series;
    private final BilledOrders billed;
    private final Buyers buyers;
    private final Numbers numbers;
    private final FourEyes eyes;

    Billing(
            Invoices invoices,
            Histories histories,
            Issuers issuers,
            BranchSeries series,
            BilledOrders billed,
            Buyers buyers,
            Numbers numbers,
            FourEyes eyes) {
        this.invoices = invoices;
        this.histories = histories;
        this.issuers = issuers;
        this.series = series;
        this.billed = billed;
        this.buyers = buyers;
        this.numbers = numbers;
        this.eyes = eyes;
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
        var part = part(command, bill);
        CREDIT_IS_FOR_AN_UNPAID_ORDER.require(
                !command.terms().isOnCredit() || bill.payments().isEmpty());
        ORDER_MUST_BE_PAID.require(
                command.terms().isOnCredit() || !part.isEmpty() || bill.due().isZero(),
                "due",
                bill.due());

        var issuer = issuers.at(owner);
        var chosen = series.of(owner, command.till(), command.type());
        var held = numbers.next(issuer.ruc(), command.type(), chosen, command.invoice(), caller);
        var document = document(command, bill, part, issuer, held.number());
        var issued =
                Invoice.NOT_ISSUED.decide(
                        new IssueInvoice(
                                command.invoice(),
                                command.order(),
                                document,
                                buyers.seal(
                                        owner.organization(), command.invoice(), command.buyer()),
                                command.replaces(),
                                command.at()));
        billed.claim(command, part.isEmpty() ? List.copyOf(bill.payments().values()) : part, owner);
        if (command.replaces() != null) {
            eyes.mustAllow(
                    GuardedAction.REISSUE,
                    command.replaces(),
                    document.payable(),
                    owner,
                    command.at());
        }

        held.take(owner);
        return invoices.begin(issued, owner);
    }

    /** The payments that a document is about; none where it is about the whole order. */
    private static List<Payment> part(BillOrder command, Bill bill) {
        var named = Set.copyOf(command.payments());
        PAYMENT_IS_OF_ORDER.require(bill.payments().keySet().containsAll(named));
        return bill.due().isZero() && named.size() == bill.payments().size()
                ? List.of()
                : bill.payments().values().stream().filter(it -> named.contains(it.id())).toList();
    }

    private static FiscalDocument document(
            BillOrder command,
            Bill bill,
            List<Payment> part,
            Issuer issuer,
            DocumentNumber number) {
        var terms = bill.terms();
        if (terms == null) {
            throw new IllegalStateException("An order that was never placed");
        }
        var issuedAt = LocalDateTime.ofInstant(command.at(), SubmissionDeadline.LIMA);
        return new FiscalDocument(
                issuer,
                command.type(),
                number,
                issuedAt,
                terms.currency(),
                SaleOf.rate(terms, issuedAt.toLocalDate()),
                command.buyer(),
                part.isEmpty()
                        ? SaleOf.amounts(bill, terms, issuedAt.toLocalDate())
                        : SaleOf.part(bill, terms, issuedAt.toLocalDate(), part),
                command.terms(),
                null);
    }
}
