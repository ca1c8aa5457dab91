package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.InvoiceCommand.AttachNote;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordSummarized;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordVoid;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleNote;
import pe.comanda.domain.invoicing.InvoiceCommand.VoidInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.WarnOfDeadline;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.DeadlineNeared;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceVoided;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteConfirmed;
import pe.comanda.domain.invoicing.InvoiceEvent.NoteDetached;
import pe.comanda.domain.invoicing.InvoiceEvent.SummaryRequested;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRefused;
import pe.comanda.domain.invoicing.InvoiceEvent.VoidRequested;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happens to a document after SUNAT has it, or when it is too late. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AftermathTest {
    private static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final InvoiceId NOTE = new InvoiceId("invoice-2");
    private static final SummaryId SUMMARY = new SummaryId("summary-1");
    private static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");
    private static final Instant LAST_MOMENT = Instant.parse("2026-11-29T04:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("2026-11-29T05:00:00Z");

    @Test
    void a_note_counts_from_its_issue_until_it_is_turned_down() {
        var factura = factura();
        var noted = after(factura, attach("100.00"));
        refused(noted, attach("10.51", "invoice-3"), NoteRule.NOTE_ABOVE_ORIGINAL);
        refused(noted, attach("1.00"), NoteRule.NOTE_IS_ISSUED_ONCE);
        assertThat(noted.decide(new SettleNote(ID, NOTE, false)))
                .containsExactly(new NoteDetached(ID, NOTE));
        var freed = after(noted, new SettleNote(ID, NOTE, false));
        assertThat(freed.decide(attach("110.50", "invoice-3"))).hasSize(1);
        assertThat(freed.decide(new SettleNote(ID, NOTE, false))).isEmpty();
    }

    @Test
    void only_an_annulment_sets_the_order_free() {
        var noted = after(factura(), attach("100.00"));
        assertThat(noted.decide(new SettleNote(ID, NOTE, true)))
                .containsExactly(new NoteConfirmed(ID, NOTE, false));
        var annulled =
                after(
                        factura(),
                        new AttachNote(
                                ID,
                                NOTE,
                                DocumentType.CREDIT_NOTE,
                                DocumentNumber.of("FC01", 1),
                                "01",
                                Money.of("110.50"),
                                List.of(),
                                NOW));
        assertThat(annulled.decide(new SettleNote(ID, NOTE, true)))
                .containsExactly(new NoteConfirmed(ID, NOTE, true));
    }

    @Test
    void only_what_sunat_accepted_is_changed_or_voided() {
        var signed =
                Invoice.NOT_ISSUED.evolve(issued(Documents.factura("10.00", Documents.COMPANY)));
        refused(signed, attach("1.00"), NoteRule.ORIGINAL_MUST_BE_ACCEPTED);
        refused(signed, voiding(NOW), NoteRule.ORIGINAL_MUST_BE_ACCEPTED);
    }

    @Test
    void a_document_is_voided_within_seven_days_in_lima() {
        assertThat(factura().decide(voiding(LAST_MOMENT)))
                .containsExactly(
                        new VoidRequested(
                                ID,
                                Documents.factura("110.50", Documents.COMPANY).key(),
                                Documents.LUNCH.toLocalDate(),
                                "cliente equivocado",
                                LAST_MOMENT));
        refused(factura(), voiding(TOO_LATE), NoteRule.VOID_WITHIN_SEVEN_DAYS);
    }

    @Test
    void a_document_with_notes_is_not_voided() {
        refused(
                after(factura(), attach("1.00")),
                voiding(NOW),
                NoteRule.NOTED_DOCUMENT_IS_NOT_VOIDED);
    }

    @Test
    void while_it_is_being_voided_nothing_else_happens() {
        var voiding = after(factura(), voiding(NOW));
        refused(voiding, voiding(NOW), NoteRule.DOCUMENT_IS_BEING_VOIDED);
        refused(voiding, attach("1.00"), NoteRule.DOCUMENT_IS_BEING_VOIDED);
    }

    @Test
    void a_void_is_done_once_or_refused() {
        refused(factura(), recordVoid(true), NoteRule.VOID_MUST_BE_REQUESTED);
        var voiding = after(factura(), voiding(NOW));
        assertThat(voiding.decide(recordVoid(true)))
                .containsExactly(new InvoiceVoided(ID, SUMMARY, NOW));
        assertThat(after(voiding, recordVoid(true)).decide(recordVoid(true))).isEmpty();
        assertThat(voiding.decide(recordVoid(false)))
                .containsExactly(new VoidRefused(ID, SUMMARY, "2957", "tarde"));
        assertThat(after(voiding, recordVoid(false)).decide(voiding(NOW))).hasSize(1);
    }

    @Test
    void a_late_boleta_goes_in_a_summary_until_the_seventh_day() {
        var boleta = unsent(Documents.boleta("20.00", Buyer.ANONYMOUS));
        assertThat(boleta.decide(new RequestSummary(ID, LAST_MOMENT)))
                .hasSize(1)
                .first()
                .isInstanceOf(SummaryRequested.class);
        refused(boleta, new RequestSummary(ID, TOO_LATE), NoteRule.SUMMARY_WITHIN_SEVEN_DAYS);
        refused(
                unsent(Documents.factura("20.00", Documents.COMPANY)),
                new RequestSummary(ID, NOW),
                NoteRule.SUMMARY_WITHIN_SEVEN_DAYS);
    }

    @Test
    void the_summary_settles_the_boleta_or_parks_it() {
        var waiting =
                after(
                        unsent(Documents.boleta("20.00", Buyer.ANONYMOUS)),
                        new RequestSummary(ID, NOW));
        assertThat(waiting.decide(summarized(true)))
                .containsExactly(
                        new InvoiceAccepted(ID, 0, "0", "aceptado", List.of(), 0, NOW, null));
        assertThat(waiting.decide(summarized(false)))
                .containsExactly(
                        new InvoiceParked(ID, ParkReason.SUMMARY_REFUSED, "2282 informado"));
        assertThat(after(waiting, summarized(true)).decide(summarized(true))).isEmpty();
    }

    @Test
    void only_what_sunat_has_not_settled_is_warned_of() {
        var warn = new WarnOfDeadline(ID, NOW);
        assertThat(unsent(Documents.factura("20.00", Documents.COMPANY)).decide(warn))
                .containsExactly(new DeadlineNeared(ID, LocalDate.of(2026, 11, 24), NOW));
        assertThat(unsent(Documents.boleta("20.00", Buyer.ANONYMOUS)).decide(warn))
                .containsExactly(new DeadlineNeared(ID, LocalDate.of(2026, 11, 26), NOW));
        assertThat(factura().decide(warn)).isEmpty();
    }

    @Test
    void history_without_the_new_events_reads_as_before() {
        var failed =
                unsent(Documents.factura("20.00", Documents.COMPANY))
                        .evolve(new AttemptStarted(ID, 1, AttemptKind.SEND, NOW, null))
                        .evolve(
                                new AttemptFailed(
                                        ID,
                                        1,
                                        SubmissionOutcome.Kind.SUNAT_SICK,
                                        "",
                                        "",
                                        1,
                                        NOW,
                                        null));
        assertThat(failed).isInstanceOf(Invoice.Ready.class);
    }

    private static RecordSummarized summarized(boolean accepted) {
        return new RecordSummarized(
                ID,
                SUMMARY,
                accepted,
                accepted ? "0" : "2282",
                accepted ? "aceptado" : "informado",
                List.of(),
                NOW);
    }

    private static RecordVoid recordVoid(boolean accepted) {
        return new RecordVoid(ID, SUMMARY, accepted, "2957", "tarde", NOW);
    }

    private static VoidInvoice voiding(Instant at) {
        return new VoidInvoice(ID, " cliente equivocado ", at);
    }

    private static AttachNote attach(String amount) {
        return attach(amount, NOTE.value());
    }

    private static AttachNote attach(String amount, String note) {
        return new AttachNote(
                ID,
                new InvoiceId(note),
                DocumentType.CREDIT_NOTE,
                DocumentNumber.of("FC01", 1),
                "09",
                Money.of(amount),
                List.of(),
                NOW);
    }

    private static Invoice factura() {
        return unsent(Documents.factura("110.50", Documents.COMPANY))
                .evolve(new AttemptStarted(ID, 1, AttemptKind.SEND, NOW, null))
                .evolve(new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 9, NOW, null));
    }

    private static Invoice unsent(FiscalDocument document) {
        return Invoice.NOT_ISSUED
                .evolve(issued(document))
                .evolve(new InvoiceSigned(ID, "d=", "ff"));
    }

    private static InvoiceEvent issued(FiscalDocument document) {
        return Invoice.NOT_ISSUED
                .decide(
                        new IssueInvoice(
                                ID,
                                new OrderId("order-1"),
                                document,
                                new Sealed("v1.abc"),
                                null,
                                NOW))
                .getFirst();
    }

    private static Invoice after(Invoice invoice, InvoiceCommand command) {
        var state = invoice;
        for (var event : invoice.decide(command)) {
            state = state.evolve(event);
        }
        return state;
    }

    private static void refused(Invoice invoice, InvoiceCommand command, BusinessRule rule) {
        assertThatThrownBy(() -> invoice.decide(command))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
