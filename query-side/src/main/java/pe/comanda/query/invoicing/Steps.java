package pe.comanda.query.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Exchange;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceQuery.Step;
import pe.comanda.domain.invoicing.SubmissionOutcome;

import java.time.Instant;

/** Tells events as steps. */
final class Steps {
    private Steps() {}

    static Step of(
            InvoiceEvent event, long version, Instant at, @Nullable Instant next, String actor) {
        var blank =
                new Step(
                        version,
                        at,
                        event.getClass().getSimpleName(),
                        0,
                        null,
                        null,
                        "",
                        "",
                        0,
                        next,
                        "",
                        0,
                        actor);
        return switch (event) {
            case InvoiceIssued issued -> said(blank, "", issued.key().number().toString());
            case InvoiceSigned(_, var digest, var sha256) ->
                    new Step(
                            version,
                            at,
                            blank.kind(),
                            0,
                            null,
                            null,
                            "",
                            sha256,
                            0,
                            next,
                            digest,
                            0,
                            actor);
            case AttemptStarted(_, int attempt, var kind, _, var sha256) ->
                    new Step(
                            version,
                            at,
                            blank.kind(),
                            attempt,
                            kind,
                            null,
                            "",
                            "",
                            0,
                            next,
                            sha256 == null ? "" : sha256,
                            0,
                            actor);
            case InvoiceAccepted it ->
                    answered(
                            blank,
                            it.attempt(),
                            it.isObserved()
                                    ? SubmissionOutcome.Kind.OBSERVED
                                    : SubmissionOutcome.Kind.ACCEPTED,
                            it.code(),
                            it.text(),
                            it.millis(),
                            it.exchange());
            case InvoiceRejected it ->
                    answered(
                            blank,
                            it.attempt(),
                            SubmissionOutcome.Kind.REJECTED,
                            it.code(),
                            it.text(),
                            it.millis(),
                            it.exchange());
            case AttemptFailed it ->
                    answered(
                            blank,
                            it.attempt(),
                            it.kind(),
                            it.code(),
                            it.text(),
                            it.millis(),
                            it.exchange());
            case InvoiceParked(_, var reason, var detail) -> said(blank, reason.name(), detail);
            case InvoiceRetried(_, boolean rebuild, var reason) ->
                    said(blank, rebuild ? "REBUILD" : "", reason);
            case InvoiceCorrected correction -> said(blank, "", correction.reason());
            case InvoiceSettled(_, boolean accepted, var evidence) ->
                    said(blank, accepted ? "ACCEPTED" : "REJECTED", evidence);
            case SummaryRequested _ -> said(blank, "", "");
            case DeadlineNeared(_, var lastDay, _) -> said(blank, "", lastDay.toString());
            case InvoiceCommented comment -> said(blank, "", comment.text());
            case NoteAttached note -> said(blank, note.reason(), note.number().toString());
            case NoteConfirmed(_, var note, _) -> said(blank, "", note.value());
            case NoteDetached(_, var note) -> said(blank, "", note.value());
            case VoidRequested request -> said(blank, "", request.reason());
            case InvoiceVoided(_, var summary, _) -> said(blank, "", summary.value());
            case VoidRefused(_, _, var code, var text) -> said(blank, code, text);
        };
    }

    private static Step said(Step blank, String code, String text) {
        return new Step(
                blank.version(),
                blank.at(),
                blank.kind(),
                0,
                null,
                null,
                code,
                text,
                0,
                blank.nextTryAt(),
                "",
                0,
                blank.actor());
    }

    private static Step answered(
            Step blank,
            int attempt,
            SubmissionOutcome.Kind outcome,
            String code,
            String text,
            long millis,
            @Nullable Exchange exchange) {
        return new Step(
                blank.version(),
                blank.at(),
                blank.kind(),
                attempt,
                null,
                outcome,
                code,
                text,
                millis,
                blank.nextTryAt(),
                exchange == null ? "" : exchange.sha256(),
                exchange == null ? 0 : exchange.httpStatus(),
                blank.actor());
    }
}
