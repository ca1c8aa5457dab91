package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.invoicing.AttemptKind.ASK;
import static pe.comanda.domain.invoicing.AttemptKind.SEND;
import static pe.comanda.domain.invoicing.InvoiceSteps.ID;
import static pe.comanda.domain.invoicing.InvoiceSteps.NOW;
import static pe.comanda.domain.invoicing.InvoiceSteps.failed;
import static pe.comanda.domain.invoicing.InvoiceSteps.given;
import static pe.comanda.domain.invoicing.InvoiceSteps.issue;
import static pe.comanda.domain.invoicing.InvoiceSteps.issued;
import static pe.comanda.domain.invoicing.InvoiceSteps.outcome;
import static pe.comanda.domain.invoicing.InvoiceSteps.refused;
import static pe.comanda.domain.invoicing.InvoiceSteps.signed;
import static pe.comanda.domain.invoicing.InvoiceSteps.started;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.AttemptStarted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSigned;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.shared.Money;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceTest {
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
                new StartAttempt(ID, 1, SEND, NOW, null),
                InvoiceRule.INVOICE_MUST_BE_SIGNED);
    }

    @Test
    void attempts_count_up_and_never_overlap() {
        assertThat(given(issued(), signed()).decide(new StartAttempt(ID, 1, SEND, NOW, null)))
                .containsExactly(new AttemptStarted(ID, 1, SEND, NOW, null));
        refused(
                given(issued(), signed()),
                new StartAttempt(ID, 2, SEND, NOW, null),
                InvoiceRule.ATTEMPTS_FOLLOW_EACH_OTHER);
        refused(
                given(issued(), signed(), started(1)),
                new StartAttempt(ID, 2, SEND, NOW, null),
                InvoiceRule.ATTEMPTS_FOLLOW_EACH_OTHER);
    }

    @Test
    void an_acceptance_settles_it() {
        var accepted = new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 120, NOW, null);
        assertThat(
                        given(issued(), signed(), started(1))
                                .decide(outcome(1, Kind.ACCEPTED, "0", "aceptada")))
                .containsExactly(accepted);
        refused(
                given(issued(), signed(), started(1), accepted),
                new StartAttempt(ID, 2, SEND, NOW, null),
                InvoiceRule.INVOICE_IS_SETTLED);
    }

    @Test
    void a_rejection_settles_it_too() {
        assertThat(
                        given(issued(), signed(), started(1))
                                .decide(outcome(1, Kind.REJECTED, "2800", "no es RUC")))
                .containsExactly(
                        new InvoiceRejected(ID, 1, "2800", "no es RUC", List.of(), 120, NOW, null));
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
                new StartAttempt(ID, 2, SEND, NOW, null),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
        assertThat(uncertain.decide(new StartAttempt(ID, 2, ASK, NOW, null))).hasSize(1);
    }

    @Test
    void a_question_that_fails_leaves_it_unknown() {
        refused(
                given(
                        issued(),
                        signed(),
                        started(1),
                        failed(1, Kind.UNCERTAIN),
                        new AttemptStarted(ID, 2, ASK, NOW, null),
                        failed(2, Kind.SUNAT_SICK)),
                new StartAttempt(ID, 3, SEND, NOW, null),
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
                                        new AttemptStarted(ID, 2, ASK, NOW, null),
                                        failed(2, Kind.NOT_REGISTERED))
                                .decide(new StartAttempt(ID, 3, SEND, NOW, null)))
                .hasSize(1);
    }

    @Test
    void what_was_never_issued_knows_no_step() {
        refused(
                Invoice.NOT_ISSUED,
                new StartAttempt(ID, 1, SEND, NOW, null),
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
}
