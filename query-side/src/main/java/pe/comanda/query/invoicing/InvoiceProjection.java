package pe.comanda.query.invoicing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.*;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.invoicing.InvoiceSubmission;
import pe.comanda.domain.invoicing.InvoiceSubmission.Advance;
import pe.comanda.domain.invoicing.InvoiceSubmission.Phase;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;

/**
 * Follows documents. What is planned next is no event: it follows from the events, by the same pure
 * process that the saga performs.
 */
@Component
@ProcessingGroup(Views.INVOICES)
class InvoiceProjection {
    private final InvoiceRows invoices;
    private final StepRows steps;
    private final JsonMapper json;
    private final double pace;

    InvoiceProjection(
            InvoiceRows invoices,
            StepRows steps,
            JsonMapper json,
            @Value("${comanda.sunat-pace:1}") double pace) {
        this.invoices = invoices;
        this.steps = steps;
        this.json = json;
        this.pace = pace;
    }

    @EventHandler
    void on(
            InvoiceEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var tenant = Tenant.of(metadata);
        var row =
                event instanceof InvoiceIssued issued
                        ? new InvoiceRow(issued, json.writeValueAsString(issued), tenant)
                        : invoices.findById(event.invoice().value()).orElseThrow();
        var advance =
                event instanceof InvoiceIssued issued
                        ? InvoiceSubmission.begin(issued)
                        : json.readValue(row.submission(), InvoiceSubmission.class).on(event, at);
        if (event instanceof InvoiceCorrected correction) {
            var document = json.readValue(row.document(), InvoiceIssued.class);
            row.corrected(
                    json.writeValueAsString(document.corrected(correction)),
                    correction.buyerType());
        }
        change(row, event, advance);
        var next = isBeside(event) ? row.nextTryAt() : nextTry(advance, at);
        row.follows(json.writeValueAsString(advance.submission()), next, version);
        invoices.save(row);
        var actor = String.valueOf(metadata.getOrDefault(MetadataKey.ACTOR, ""));
        steps.save(new StepRow(row.id(), Steps.of(event, version, at, next, actor), tenant));
    }

    @ResetHandler
    void reset() {
        steps.deleteAllInBatch();
        invoices.deleteAllInBatch();
    }

    private static void change(InvoiceRow row, InvoiceEvent event, Advance advance) {
        switch (event) {
            case InvoiceIssued _ -> row.stands(InvoiceStatus.ISSUED);
            case InvoiceSigned(_, var digest, _) -> {
                row.signed(digest);
                row.stands(InvoiceStatus.SIGNED);
            }
            case AttemptStarted(_, int attempt, var kind, _, _) -> {
                row.tried(attempt);
                row.stands(
                        switch (kind) {
                            case SEND -> InvoiceStatus.SENDING;
                            case ASK -> InvoiceStatus.ASKING;
                        });
            }
            case InvoiceAccepted accepted -> {
                row.answered(accepted.code(), accepted.text());
                row.remarked(accepted.notes());
                row.stands(accepted.isObserved() ? InvoiceStatus.OBSERVED : InvoiceStatus.ACCEPTED);
            }
            case InvoiceRejected rejected -> {
                row.answered(rejected.code(), rejected.text());
                row.remarked(rejected.notes());
                row.stands(InvoiceStatus.REJECTED);
            }
            case AttemptFailed failed -> {
                row.answered(failed.code(), failed.text());
                row.stands(waiting(advance));
            }
            case InvoiceParked(_, var reason, var detail) -> {
                row.answered(reason.name(), detail);
                row.stands(InvoiceStatus.PARKED);
            }
            case InvoiceRetried _ -> row.stands(waiting(advance));
            case InvoiceCorrected _ -> {
                row.answered("", "");
                row.stands(InvoiceStatus.ISSUED);
            }
            case SummaryRequested _ -> row.stands(InvoiceStatus.IN_SUMMARY);
            case DeadlineNeared _,
                    InvoiceCommented _,
                    NoteAttached _,
                    NoteConfirmed _,
                    NoteDetached _ -> {}
            case VoidRequested _ -> row.stands(InvoiceStatus.VOIDING);
            case VoidRefused(_, _, var code, var text) -> {
                row.answered(code, text);
                row.stands(row.notes().isEmpty() ? InvoiceStatus.ACCEPTED : InvoiceStatus.OBSERVED);
            }
            case InvoiceVoided _ -> row.stands(InvoiceStatus.VOIDED);
            case InvoiceSettled(_, boolean accepted, var evidence) -> {
                row.answered("", evidence);
                row.stands(accepted ? InvoiceStatus.ACCEPTED : InvoiceStatus.REJECTED);
            }
        }
    }

    /** Whether it leaves what is planned next as it is. */
    private static boolean isBeside(InvoiceEvent event) {
        return event instanceof DeadlineNeared || event instanceof InvoiceCommented;
    }

    private static InvoiceStatus waiting(Advance advance) {
        return advance.submission().phase() == Phase.TO_ASK
                ? InvoiceStatus.UNCERTAIN
                : InvoiceStatus.WAITING;
    }

    private @Nullable Instant nextTry(Advance advance, Instant at) {
        return switch (advance.step()) {
            case InvoiceSubmission.Step.Send _, InvoiceSubmission.Step.AskStatus _ -> at;
            case InvoiceSubmission.Step.Later(var delay) -> at.plus(paced(delay));
            case InvoiceSubmission.Step.PauseIssuer(_, _, var delay) -> at.plus(paced(delay));
            case InvoiceSubmission.Step.Build _,
                    InvoiceSubmission.Step.Park _,
                    InvoiceSubmission.Step.Summarize _,
                    InvoiceSubmission.Step.Wait _,
                    InvoiceSubmission.Step.Finish _ ->
                    null;
        };
    }

    private Duration paced(Duration delay) {
        return Duration.ofMillis(Math.round(delay.toMillis() * pace));
    }
}
