package pe.comanda.command.invoicing;

import pe.comanda.domain.invoicing.SummaryName;

/**
 * The way to SUNAT, or to an OSE that speaks for it. Never throws for what happens on the other
 * side: whatever comes back, or does not, is an answer. Calls take as long as their timeout and
 * belong outside database transactions.
 */
public interface FiscalGateway {

    /** Hands a signed document over. */
    GatewayReply send(SignedFile file, SunatAccount account);

    /** Hands a signed file about documents over; the answer is a ticket. */
    GatewayReply sendSummary(SummaryName name, byte[] xml, SunatAccount account);

    /** Asks what became of a ticket. */
    GatewayReply ticket(String ticket, SummaryName name, SunatAccount account);

    /** Asks for the state of a document that a file may have changed; brings no CDR. */
    GatewayReply state(Inquiry inquiry, SunatAccount account);

    /** Asks what became of a document that may have arrived. */
    GatewayReply ask(Inquiry inquiry, SunatAccount account);
}
