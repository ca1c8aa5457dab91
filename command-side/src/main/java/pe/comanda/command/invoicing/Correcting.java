package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.NOTE_KEEPS_ITS_BUYER;
import static pe.comanda.domain.invoicing.NoteRule.BUYER_IS_KNOWN;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.invoicing.BillingCommand.CorrectInvoice;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.InvoiceCommand.ReviseInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;

/**
 * Sets documents right that SUNAT could not process: the buyer as told now, the issuer as it stands
 * now. Their XML is then made and signed anew, with the certificate of that moment, under the
 * number that they have.
 */
@Component
class Correcting {
    private final Invoices invoices;
    private final Histories histories;
    private final Issuers issuers;
    private final Buyers buyers;

    Correcting(Invoices invoices, Histories histories, Issuers issuers, Buyers buyers) {
        this.invoices = invoices;
        this.histories = histories;
        this.issuers = issuers;
        this.buyers = buyers;
    }

    @CommandHandler
    long handle(CorrectInvoice command, MetaData metadata) {
        var id = command.invoice();
        var found = histories.find(id).orElseThrow(() -> AccessRule.NOT_FOUND.broken("id", id));
        var owner = found.owner();
        var invoice = invoices.load(id);
        invoice.execute(shell -> shell.owner().admit(metadata));

        var buyer = buyer(command, found.document(), owner.organization());
        var document = found.document().document(buyer).by(issuers.at(owner));
        var decided =
                invoice.invoke(InvoiceAggregate::invoice)
                        .decide(
                                new ReviseInvoice(
                                        id,
                                        document,
                                        buyers.seal(owner.organization(), id, buyer),
                                        command.reason(),
                                        command.at()));
        invoice.execute(shell -> shell.record(decided));
        return invoice.version();
    }

    private Buyer buyer(CorrectInvoice command, InvoiceIssued issued, String organization) {
        if (command.buyer() == null) {
            return buyers.open(organization, issued).orElseThrow(BUYER_IS_KNOWN::broken);
        }
        NOTE_KEEPS_ITS_BUYER.require(!issued.type().isNote());
        return command.buyer();
    }
}
