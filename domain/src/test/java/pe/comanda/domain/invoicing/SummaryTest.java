package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.domain.invoicing.GatewayAnswer.CannotAsk;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.GatewayAnswer.HttpError;
import pe.comanda.domain.invoicing.GatewayAnswer.InProcess;
import pe.comanda.domain.invoicing.GatewayAnswer.NotRegistered;
import pe.comanda.domain.invoicing.GatewayAnswer.Registered;
import pe.comanda.domain.invoicing.GatewayAnswer.TicketGiven;
import pe.comanda.domain.invoicing.GatewayAnswer.TimedOut;
import pe.comanda.domain.invoicing.GatewayAnswer.Unreadable;
import pe.comanda.domain.invoicing.GatewayAnswer.Withdrawn;
import pe.comanda.domain.invoicing.SummaryCommand.RecordSummaryOutcome;
import pe.comanda.domain.invoicing.SummaryCommand.RetrySummary;
import pe.comanda.domain.invoicing.SummaryCommand.StartSummaryAttempt;
import pe.comanda.domain.invoicing.SummaryCourse.Next;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryParked;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A file about documents, from its name to what SUNAT made of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {
    private static final SummaryId ID = new SummaryId("summary-1");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final SummaryName NAME =
            new SummaryName(Documents.RUC, SummaryKind.VOIDING, DAY, 3);

    @Test
    void its_name_tells_kind_day_and_number() {
        assertThat(NAME.id()).isEqualTo("RA-20261122-3");
        assertThat(NAME.fileName()).isEqualTo("20100066603-RA-20261122-3");
        assertThat(SummaryKind.of(new Series("BC01"))).isEqualTo(SummaryKind.DAILY);
        assertThat(SummaryKind.of(new Series("FC01"))).isEqualTo(SummaryKind.VOIDING);
    }

    @Test
    void it_is_built_sent_and_asked_for_by_its_ticket() {
        var issued = issued();
        assertThat(next(issued)).isEqualTo(new Next.Build());
        var signed = signed();
        assertThat(next(signed)).isEqualTo(new Next.Try(1, SummaryStep.SEND));
        var ticketed = answered(signed, SummaryStep.SEND, new TicketGiven("2026"));
        assertThat(next(ticketed)).isEqualTo(new Next.Try(2, SummaryStep.POLL));
        var polled = answered(ticketed, SummaryStep.POLL, new InProcess("98"));
        assertThat(next(polled)).isEqualTo(new Next.Try(3, SummaryStep.POLL));
        var done = answered(polled, SummaryStep.POLL, new Cdr("0", "aceptada", List.of()));
        assertThat(next(done)).isEqualTo(new Next.Tell(true));
    }

    @Test
    void a_ticket_is_asked_for_soon_then_with_patience_then_left_to_a_human() {
        var ticketed = answered(signed(), SummaryStep.SEND, new TicketGiven("2026"));
        var waiting = answered(ticketed, SummaryStep.POLL, new InProcess("98"));
        assertThat(SummaryCourse.pause(waiting, NOW.plusSeconds(60)))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(SummaryCourse.pause(waiting, NOW.plus(Duration.ofMinutes(20))))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(SummaryCourse.pause(waiting, NOW.plus(Duration.ofHours(2))))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(SummaryCourse.next(waiting, NOW.plus(Duration.ofHours(25))))
                .isEqualTo(new Next.Park(ParkReason.TICKET_STUCK, "Ticket 2026"));
    }

    @Test
    void a_parked_ticket_is_asked_for_again_when_somebody_wants_it() {
        var waiting =
                answered(
                        answered(signed(), SummaryStep.SEND, new TicketGiven("2026")),
                        SummaryStep.POLL,
                        new InProcess("98"));
        var parked = waiting.evolve(new SummaryParked(ID, ParkReason.TICKET_STUCK, ""));
        assertThat(next(parked)).isEqualTo(new Next.Rest());
        refused(() -> parked.retry(new RetrySummary(ID, "no")), InvoiceRule.REASON_REQUIRED);
        var again = after(parked, parked.retry(new RetrySummary(ID, "SUNAT ya responde")));
        assertThat(SummaryCourse.next(again, NOW.plus(Duration.ofHours(25))))
                .isEqualTo(new Next.Try(3, SummaryStep.POLL));
    }

    @Test
    void where_no_ticket_came_back_its_documents_are_asked_for() {
        var unknown = answered(signed(), SummaryStep.SEND, new TimedOut());
        assertThat(next(unknown)).isEqualTo(new Next.Try(2, SummaryStep.ASK));
        assertThat(next(answered(unknown, SummaryStep.ASK, new Withdrawn("de baja"))))
                .isEqualTo(new Next.Tell(true));
        var notYet = answered(unknown, SummaryStep.ASK, new Registered("aceptado"));
        assertThat(next(notYet)).isEqualTo(new Next.Try(3, SummaryStep.SEND));
        var sentBefore = answered(notYet, SummaryStep.SEND, new Fault("2324", "ya fue"));
        assertThat(next(sentBefore)).isEqualTo(new Next.Try(4, SummaryStep.ASK));
    }

    @Test
    void a_lost_ticket_is_no_reason_to_send_blindly() {
        var ticketed = answered(signed(), SummaryStep.SEND, new TicketGiven("2026"));
        var lost = answered(ticketed, SummaryStep.POLL, new Fault("0127", "no existe"));
        assertThat(next(lost)).isEqualTo(new Next.Try(3, SummaryStep.ASK));
    }

    @Test
    void what_was_cut_is_noted_before_anything_else() {
        var cut = after(signed(), signed().start(start(1, SummaryStep.SEND)));
        assertThat(next(cut)).isEqualTo(new Next.NoteInterruption(1, SummaryStep.SEND));
        refused(
                () -> cut.start(start(2, SummaryStep.SEND)),
                SummaryRule.SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER);
        var noted = record(cut, 1, SummaryOutcome.interrupted(SummaryStep.SEND));
        assertThat(next(noted)).isEqualTo(new Next.Try(2, SummaryStep.ASK));
    }

    @Test
    void a_refused_file_is_over() {
        var refused =
                answered(
                        answered(signed(), SummaryStep.SEND, new TicketGiven("1")),
                        SummaryStep.POLL,
                        new Cdr("2957", "tarde", List.of()));
        assertThat(next(refused)).isEqualTo(new Next.Tell(false));
        refused(() -> refused.start(start(3, SummaryStep.POLL)), SummaryRule.SUMMARY_IS_SETTLED);
    }

    @ParameterizedTest
    @CsvSource({
        "0102,ISSUER_PAUSED",
        "0109,SICK",
        "0130,SICK",
        "0151,REJECTED",
        "0306,REJECTED",
        "1034,REJECTED",
        "2223,REJECTED",
        "2957,REJECTED",
        "0127,TICKET_UNKNOWN"
    })
    void faults_mean_what_they_mean_for_files(String code, SummaryOutcome.Kind kind) {
        assertThat(SummaryOutcome.of(new Fault(code, ""), false, Condition.VOID).kind())
                .isEqualTo(kind);
    }

    @Test
    void other_answers_mean_what_they_mean_for_files() {
        assertThat(kind(new HttpError(503, "html"))).isEqualTo(SummaryOutcome.Kind.SICK);
        assertThat(kind(new Unreadable("html"))).isEqualTo(SummaryOutcome.Kind.UNCERTAIN);
        assertThat(kind(new CannotAsk())).isEqualTo(SummaryOutcome.Kind.NOT_DONE);
        assertThat(kind(new NotRegistered(""))).isEqualTo(SummaryOutcome.Kind.NOT_DONE);
        assertThat(kind(new Cdr("0", "", List.of("4443 - tarde"))))
                .isEqualTo(SummaryOutcome.Kind.ACCEPTED);
        assertThat(SummaryOutcome.of(new Registered(""), true, Condition.ADD).kind())
                .isEqualTo(SummaryOutcome.Kind.ACCEPTED);
        assertThat(SummaryOutcome.of(new Fault("2223", ""), true, Condition.ADD).kind())
                .isEqualTo(SummaryOutcome.Kind.SENT_BEFORE);
    }

    private static SummaryOutcome.Kind kind(GatewayAnswer answer) {
        return SummaryOutcome.of(answer, false, Condition.VOID).kind();
    }

    private static Next next(Summary summary) {
        return SummaryCourse.next(summary, NOW);
    }

    private static Summary issued() {
        var key = Documents.factura("10.00", Documents.COMPANY).key();
        var line = new SummaryLine(new InvoiceId("invoice-1"), key, Condition.VOID, "error");
        var event = new SummaryIssued(ID, NAME, "LA HUACA S.A.C.", DAY, List.of(line), NOW);
        return after(Summary.NOT_ISSUED, Summary.NOT_ISSUED.issue(event));
    }

    private static Summary signed() {
        return after(issued(), issued().sign("d=", "ff"));
    }

    private static Summary answered(Summary summary, SummaryStep step, GatewayAnswer answer) {
        var attempt = summary.attempts() + 1;
        var begun = after(summary, summary.start(start(attempt, step)));
        return record(
                begun, attempt, SummaryOutcome.of(answer, summary.sends() > 0, Condition.VOID));
    }

    private static Summary record(Summary summary, int attempt, SummaryOutcome outcome) {
        return after(
                summary, summary.record(new RecordSummaryOutcome(ID, attempt, outcome, 9, NOW)));
    }

    private static StartSummaryAttempt start(int attempt, SummaryStep step) {
        return new StartSummaryAttempt(ID, attempt, step, NOW);
    }

    private static Summary after(Summary summary, List<SummaryEvent> events) {
        var state = summary;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    private static void refused(Runnable attempt, BusinessRule rule) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
