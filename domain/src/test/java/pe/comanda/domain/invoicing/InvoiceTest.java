package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.invoicing.AttemptKind.ASK;
import static pe.comanda.domain.invoicing.AttemptKind.SEND;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordOutcome;
import pe.comanda.domain.invoicing.InvoiceCommand.RetryInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptFailed;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRetried;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSettled;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.time.Instant;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceTest {
    private static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Sealed SEALED = new Sealed("v1.abc");
    private static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");

    @Test
    void issuing_tells_everything_but_the_buyer() {
        var document = Documents.factura("110.50", Documents.COMPANY);
        var events = Invoice.NOT_ISSUED.decide(issue(document));
        assertThat(events).hasSize(1);
        var issued = (InvoiceIssued) events.getFirst();
        assertThat(issued.totals().payable()).isEqualTo(Money.of("110.50"));
        assertThat(issued.key().fileName()).isEqualTo("20100066603-01-F001-4");
        assertThat(issued.toString())
                .doesNotContain("EMPRESA CLIENTE")
                .doesNotContain("20131312955");
        assertThat(issued.document(Documents.COMPANY)).isEqualTo(document);
    }

    @Test
    void a_document_is_issued_once() {
        refused(
                given(issued()),
                issue(Documents.boleta("10.00", Buyer.ANONYMOUS)),
                InvoiceRule.INVOICE_IS_ISSUED_ONCE);
    }

    @Test
    void a_boleta_of_seven_hundred_soles_may_be_anonymous() {
        assertThat(Invoice.NOT_ISSUED.decide(issue(Documents.boleta("700.00", Buyer.ANONYMOUS))))
                .hasSize(1);
    }

    @Test
    void a_boleta_of_a_cent_more_names_its_buyer() {
        refused(
                Invoice.NOT_ISSUED,
                issue(Documents.boleta("700.01", Buyer.ANONYMOUS)),
                InvoiceRule.BUYER_REQUIRED_ABOVE_700);
        assertThat(Invoice.NOT_ISSUED.decide(issue(Documents.boleta("700.01", Documents.ROSA))))
                .hasSize(1);
    }

    @Test
    void a_factura_needs_a_ruc() {
        refused(
                Invoice.NOT_ISSUED,
                issue(Documents.factura("50.00", Documents.ROSA)),
                InvoiceRule.FACTURA_NEEDS_RUC);
    }

    @Test
    void a_boleta_takes_no_number_of_facturas() {
        var document =
                Documents.document(
                        DocumentType.BOLETA,
                        "F001",
                        "50.00",
                        Buyer.ANONYMOUS,
                        PaymentTerms.AT_ONCE);
        refused(Invoice.NOT_ISSUED, issue(document), InvoiceRule.SERIES_FITS_DOCUMENT);
    }

    @Test
    void instalments_add_up_to_the_total() {
        refused(Invoice.NOT_ISSUED, issue(onCredit("499.99", 5)), InvoiceRule.INSTALMENTS_ADD_UP);
        assertThat(Invoice.NOT_ISSUED.decide(issue(onCredit("500.00", 5)))).hasSize(1);
    }

    @Test
    void an_instalment_falls_after_the_issue_date() {
        refused(
                Invoice.NOT_ISSUED,
                issue(onCredit("500.00", 0)),
                InvoiceRule.INSTALMENT_FALLS_AFTER_ISSUE);
    }

    @Test
    void a_document_is_signed_once() {
        assertThat(given(issued()).decide(new MarkSigned(ID, "d=", "ff")))
                .containsExactly(new InvoiceSigned(ID, "d=", "ff"));
        refused(
                given(issued(), signed()),
                new MarkSigned(ID, "e=", "00"),
                InvoiceRule.INVOICE_IS_SIGNED_ONCE);
    }

    @Test
    void nothing_is_sent_before_it_is_signed() {
        refused(
                given(issued()),
                new StartAttempt(ID, 1, SEND, NOW),
                InvoiceRule.INVOICE_MUST_BE_SIGNED);
    }

    @Test
    void attempts_count_up_and_never_overlap() {
        assertThat(given(issued(), signed()).decide(new StartAttempt(ID, 1, SEND, NOW)))
                .containsExactly(new AttemptStarted(ID, 1, SEND, NOW));
        refused(
                given(issued(), signed()),
                new StartAttempt(ID, 2, SEND, NOW),
                InvoiceRule.ATTEMPTS_FOLLOW_EACH_OTHER);
        refused(
                given(issued(), signed(), started(1)),
                new StartAttempt(ID, 2, SEND, NOW),
                InvoiceRule.ATTEMPTS_FOLLOW_EACH_OTHER);
    }

    @Test
    void an_acceptance_settles_it() {
        var accepted = new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 120, NOW);
        assertThat(
                        given(issued(), signed(), started(1))
                                .decide(outcome(1, Kind.ACCEPTED, "0", "aceptada")))
                .containsExactly(accepted);
        refused(
                given(issued(), signed(), started(1), accepted),
                new StartAttempt(ID, 2, SEND, NOW),
                InvoiceRule.INVOICE_IS_SETTLED);
    }

    @Test
    void a_rejection_settles_it_too() {
        assertThat(
                        given(issued(), signed(), started(1))
                                .decide(outcome(1, Kind.REJECTED, "2800", "no es RUC")))
                .containsExactly(
                        new InvoiceRejected(ID, 1, "2800", "no es RUC", List.of(), 120, NOW));
    }

    @Test
    void the_outcome_of_an_attempt_is_recorded_once() {
        refused(
                given(issued(), signed(), started(1), failed(1, Kind.SUNAT_SICK)),
                outcome(1, Kind.ACCEPTED, "0", "aceptada"),
                InvoiceRule.OUTCOME_IS_RECORDED_ONCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCERTAIN", "REGISTERED"})
    void nothing_is_sent_again_while_the_outcome_is_unknown(Kind kind) {
        var uncertain = given(issued(), signed(), started(1), failed(1, kind));
        refused(
                uncertain,
                new StartAttempt(ID, 2, SEND, NOW),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
        assertThat(uncertain.decide(new StartAttempt(ID, 2, ASK, NOW))).hasSize(1);
    }

    @Test
    void a_question_that_fails_leaves_it_unknown() {
        refused(
                given(
                        issued(),
                        signed(),
                        started(1),
                        failed(1, Kind.UNCERTAIN),
                        new AttemptStarted(ID, 2, ASK, NOW),
                        failed(2, Kind.SUNAT_SICK)),
                new StartAttempt(ID, 3, SEND, NOW),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
    }

    @Test
    void once_the_tax_office_says_that_it_has_nothing_it_may_be_sent_again() {
        assertThat(
                        given(
                                        issued(),
                                        signed(),
                                        started(1),
                                        failed(1, Kind.UNCERTAIN),
                                        new AttemptStarted(ID, 2, ASK, NOW),
                                        failed(2, Kind.NOT_REGISTERED))
                                .decide(new StartAttempt(ID, 3, SEND, NOW)))
                .hasSize(1);
    }

    @Test
    void a_parked_document_is_built_anew_with_a_reason() {
        var parked =
                given(
                        issued(),
                        signed(),
                        started(1),
                        failed(1, Kind.FORMAT_ERROR),
                        new InvoiceParked(ID, ParkReason.FORMAT_ERROR, "0306"));
        refused(parked, new RetryInvoice(ID, true, "ok"), InvoiceRule.REASON_REQUIRED);
        assertThat(parked.decide(new RetryInvoice(ID, true, "dirección corregida")))
                .containsExactly(new InvoiceRetried(ID, true, "dirección corregida"));
        var again = parked.evolve(new InvoiceRetried(ID, true, "dirección corregida"));
        assertThat(again.decide(new MarkSigned(ID, "e=", "00"))).hasSize(1);
        assertThat(again.evolve(signed()).decide(new StartAttempt(ID, 2, SEND, NOW))).hasSize(1);
    }

    @Test
    void what_the_tax_office_may_have_is_never_built_anew() {
        var parked =
                given(
                        issued(),
                        signed(),
                        started(1),
                        failed(1, Kind.UNCERTAIN),
                        new InvoiceParked(ID, ParkReason.OUTCOME_UNKNOWN, ""));
        refused(
                parked,
                new RetryInvoice(ID, true, "otra vez"),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
        var retried = parked.evolve(new InvoiceRetried(ID, false, "otra vez"));
        refused(
                retried,
                new StartAttempt(ID, 2, SEND, NOW),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
    }

    @Test
    void a_parked_document_is_settled_on_evidence() {
        var parked = given(issued(), signed(), new InvoiceParked(ID, ParkReason.CONFLICT, "1032"));
        assertThat(parked.decide(new SettleInvoice(ID, true, "constancia del portal SOL")))
                .containsExactly(new InvoiceSettled(ID, true, "constancia del portal SOL"));
    }

    @Test
    void only_a_parked_document_is_settled_by_hand() {
        refused(
                given(issued(), signed()),
                new SettleInvoice(ID, true, "constancia del portal SOL"),
                InvoiceRule.INVOICE_MUST_BE_PARKED);
    }

    @Test
    void parking_twice_tells_it_once() {
        assertThat(
                        given(issued(), new InvoiceParked(ID, ParkReason.CANNOT_BE_BUILT, ""))
                                .decide(new ParkInvoice(ID, ParkReason.CANNOT_BE_BUILT, "")))
                .isEmpty();
    }

    @Test
    void what_was_never_issued_knows_no_step() {
        refused(
                Invoice.NOT_ISSUED,
                new StartAttempt(ID, 1, SEND, NOW),
                InvoiceRule.INVOICE_MUST_EXIST);
    }

    private static FiscalDocument onCredit(String second, int days) {
        var due = Documents.LUNCH.toLocalDate().plusDays(days);
        return Documents.document(
                DocumentType.FACTURA,
                "F001",
                "1000.00",
                Documents.COMPANY,
                new PaymentTerms(
                        List.of(
                                new Instalment(Money.of("500.00"), due.plusDays(15)),
                                new Instalment(Money.of(second), due))));
    }

    private static IssueInvoice issue(FiscalDocument document) {
        return new IssueInvoice(ID, ORDER, document, SEALED, null, NOW);
    }

    private static InvoiceEvent issued() {
        return Invoice.NOT_ISSUED
                .decide(issue(Documents.factura("110.50", Documents.COMPANY)))
                .getFirst();
    }

    private static InvoiceEvent signed() {
        return new InvoiceSigned(ID, "d=", "ff");
    }

    private static InvoiceEvent started(int attempt) {
        return new AttemptStarted(ID, attempt, SEND, NOW);
    }

    private static InvoiceEvent failed(int attempt, Kind kind) {
        return new AttemptFailed(ID, attempt, kind, "", "", 10, NOW);
    }

    private static RecordOutcome outcome(int attempt, Kind kind, String code, String text) {
        return new RecordOutcome(
                ID, attempt, new SubmissionOutcome(kind, code, text, List.of()), 120, NOW);
    }

    private static Invoice given(InvoiceEvent... events) {
        var invoice = Invoice.NOT_ISSUED;
        for (var event : events) {
            invoice = invoice.evolve(event);
        }
        return invoice;
    }

    private static void refused(Invoice invoice, InvoiceCommand command, InvoiceRule rule) {
        assertThatThrownBy(() -> invoice.decide(command))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
