package pe.comanda.command.invoicing;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;

import java.time.Duration;
import java.time.Instant;

/**
 * What the submission of a document has done for it outside its own transaction. Everything that is
 * planned here is stored with the transaction at hand, so a crash loses either both or neither.
 */
public interface Submissions {

    /** Whose document it is, and which request all this belongs to. */
    record Of(InvoiceId invoice, Owner owner, String correlation) {}

    /** Writes and signs the XML soon. */
    void build(Of document);

    /**
     * Reaches out to SUNAT.
     *
     * @param attempt counts up through the document's whole life
     * @param earlier what an answer has to be judged by
     * @param delay from {@code now}, before the installation's own pace
     */
    void attempt(
            Of document,
            int attempt,
            AttemptKind kind,
            Earlier earlier,
            Instant now,
            Duration delay);

    /** Stops every document of the issuer for this long. */
    void pauseIssuer(Of document, String code, String text, Instant now, Duration delay);
}
