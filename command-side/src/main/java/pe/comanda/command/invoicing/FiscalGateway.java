package pe.comanda.command.invoicing;

/**
 * The way to SUNAT, or to an OSE that speaks for it. Never throws for what happens on the other
 * side: whatever comes back, or does not, is an answer. Calls take as long as their timeout and
 * belong outside database transactions.
 */
public interface FiscalGateway {

    /** Hands a signed document over. */
    GatewayReply send(SignedFile file, SunatAccount account);

    /** Asks what became of a document that may have arrived. */
    GatewayReply ask(Inquiry inquiry, SunatAccount account);
}
