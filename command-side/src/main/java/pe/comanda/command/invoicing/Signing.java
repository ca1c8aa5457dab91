package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.INVOICE_IS_SIGNED_ONCE;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.BillingCommand.BuildInvoice;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;

/** Writes, signs and keeps the XML: the file and the fact that it is there are one commit. */
@Component
class Signing {
    private final Invoices invoices;
    private final Histories histories;
    private final Certificates certificates;
    private final InvoiceFiles files;
    private final Buyers buyers;

    Signing(
            Invoices invoices,
            Histories histories,
            Certificates certificates,
            InvoiceFiles files,
            Buyers buyers) {
        this.invoices = invoices;
        this.histories = histories;
        this.certificates = certificates;
        this.files = files;
        this.buyers = buyers;
    }

    @CommandHandler
    long handle(BuildInvoice command, MetaData metadata) {
        var id = command.invoice();
        var invoice = invoices.load(id);
        var owner = invoice.invoke(InvoiceAggregate::owner);
        owner.admit(metadata);
        if (!(invoice.invoke(InvoiceAggregate::invoice) instanceof Invoice.Issued waiting)) {
            throw INVOICE_IS_SIGNED_ONCE.broken();
        }
        var issued = histories.issued(id).document();
        var signed =
                XmlSigner.sign(
                        xml(owner.organization(), issued),
                        certificates.of(owner.organization(), issued.issuer()));
        var sha256 =
                files.keep(
                        id,
                        owner,
                        FileKind.XML,
                        issued.key(),
                        new FileShelf.Kept(
                                signed.xml(),
                                files.nextXml(id, waiting.attempts()),
                                signed.digest()));
        var marked = waiting.decide(new MarkSigned(id, signed.digest(), sha256));
        invoice.execute(shell -> shell.record(marked));
        return invoice.version();
    }

    private byte[] xml(String organization, InvoiceIssued issued) {
        var buyer =
                buyers.open(organization, issued)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "The buyer was forgotten before the XML was written"));
        return UblWriter.write(issued.document(buyer));
    }
}
