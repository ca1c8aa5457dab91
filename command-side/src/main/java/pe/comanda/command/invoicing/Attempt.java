package pe.comanda.command.invoicing;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;

import java.io.Serializable;

/**
 * A task's memory: plain texts and numbers, since it is stored.
 *
 * @param number 0 for building
 * @param sent whether an earlier attempt may have reached SUNAT
 * @param registered whether SUNAT has said that it has the number
 */
record Attempt(
        String invoice,
        String organization,
        String branch,
        String correlation,
        int number,
        String kind,
        boolean sent,
        boolean registered)
        implements Serializable {

    static Attempt toBuild(Submissions.Of document) {
        return of(document, 0, "BUILD", Earlier.NOTHING);
    }

    static Attempt of(Submissions.Of document, int number, String kind, Earlier earlier) {
        return new Attempt(
                document.invoice().value(),
                document.owner().organization(),
                document.owner().mustHaveBranch(),
                document.correlation(),
                number,
                kind,
                earlier.sent(),
                earlier.registered());
    }

    /** Tells it apart from every other attempt. */
    String task() {
        return invoice + "/" + number;
    }

    InvoiceId id() {
        return new InvoiceId(invoice);
    }

    Owner owner() {
        return new Owner(organization, branch);
    }

    AttemptKind attemptKind() {
        return AttemptKind.valueOf(kind);
    }

    Earlier earlier() {
        return new Earlier(sent, registered);
    }
}
