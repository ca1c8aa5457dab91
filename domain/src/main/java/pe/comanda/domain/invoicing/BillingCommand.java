package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.util.List;

/** What takes more than the document alone: its order, its number, its issuer's key. */
public sealed interface BillingCommand extends Command {
    InvoiceId invoice();

    @Override
    default InvoiceId target() {
        return invoice();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case BillOrder _ -> Permission.INVOICES_CREATE;
            case BuildInvoice _ -> Permission.INTERNAL;
            case CreditInvoice _, DebitInvoice _ -> Permission.INVOICES_VOID;
            case CorrectInvoice _ -> Permission.INVOICES_CORRECT;
        };
    }

    /**
     * Issues a boleta or a factura for an order that is paid in full, for what one of several
     * payers has paid of it, or a factura on credit for one of which nothing is paid: takes the
     * next number of the series of this branch and till, and issues with it, both or neither.
     *
     * @param till empty for the branch's own series
     * @param payments of one of several payers, whose document this is; none for the whole order
     * @param terms instalments of a factura on credit, for an order of which nothing is paid yet
     * @param replaces the rejected document in whose stead this one is issued, or null
     */
    record BillOrder(
            InvoiceId invoice,
            OrderId order,
            DocumentType type,
            String till,
            Buyer buyer,
            List<PaymentId> payments,
            PaymentTerms terms,
            @Nullable InvoiceId replaces,
            Instant at)
            implements BillingCommand {
        public BillOrder {
            payments = List.copyOf(payments);
        }
    }

    /** Writes and signs the XML of an issued document, and keeps it. */
    record BuildInvoice(InvoiceId invoice) implements BillingCommand {}

    /**
     * Sets a document right that SUNAT answered with an exception, and sends it again under the
     * same number: its issuer is read anew, its buyer where another one is told. Reason: 5 to 500
     * characters, without what identifies a person.
     *
     * @param buyer null where the buyer stays; of a note, which bears that of its original, always
     */
    record CorrectInvoice(InvoiceId invoice, @Nullable Buyer buyer, String reason, Instant at)
            implements BillingCommand {}

    /**
     * Issues a credit note (07) for an accepted boleta or factura, with the next number of the
     * branch's series of notes. Text: 5 to 250 characters, shown on the note.
     *
     * @param invoice the note's own identity
     * @param till empty for the branch's own series
     */
    record CreditInvoice(
            InvoiceId invoice,
            InvoiceId original,
            CreditReason reason,
            String text,
            NoteContent content,
            String till,
            Instant at)
            implements BillingCommand {}

    /**
     * Issues a debit note (08) for an accepted boleta or factura.
     *
     * @param amount tax included
     */
    record DebitInvoice(
            InvoiceId invoice,
            InvoiceId original,
            DebitReason reason,
            String text,
            Money amount,
            String till,
            Instant at)
            implements BillingCommand {}
}
