package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.invoicing.AttemptKind.ASK;
import static pe.comanda.domain.invoicing.AttemptKind.SEND;
import static pe.comanda.domain.invoicing.InvoiceSteps.ID;
import static pe.comanda.domain.invoicing.InvoiceSteps.NOW;
import static pe.comanda.domain.invoicing.InvoiceSteps.failed;
import static pe.comanda.domain.invoicing.InvoiceSteps.given;
import static pe.comanda.domain.invoicing.InvoiceSteps.issued;
import static pe.comanda.domain.invoicing.InvoiceSteps.refused;
import static pe.comanda.domain.invoicing.InvoiceSteps.signed;
import static pe.comanda.domain.invoicing.InvoiceSteps.started;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.InvoiceCommand.CommentInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RetryInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCommented;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRetried;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceSettled;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.util.List;

/** Documents that wait: for a human, or for their next try. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingInvoiceTest {
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
        assertThat(again.evolve(signed()).decide(new StartAttempt(ID, 2, SEND, NOW, null)))
                .hasSize(1);
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
                new StartAttempt(ID, 2, SEND, NOW, null),
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
    void what_waits_for_its_next_try_is_taken_up_now_as_it_is() {
        var waiting = given(issued(), signed(), started(1), failed(1, Kind.SUNAT_SICK));
        assertThat(waiting.decide(new RetryInvoice(ID, false, "SUNAT ya responde")))
                .containsExactly(new InvoiceRetried(ID, false, "SUNAT ya responde"));
        refused(
                waiting,
                new RetryInvoice(ID, true, "SUNAT ya responde"),
                InvoiceRule.INVOICE_MUST_BE_PARKED);
        refused(waiting, new RetryInvoice(ID, false, "ya"), InvoiceRule.REASON_REQUIRED);
    }

    @Test
    void what_may_have_arrived_is_taken_up_by_asking() {
        var uncertain =
                given(issued(), signed(), started(1), failed(1, Kind.UNCERTAIN))
                        .evolve(new InvoiceRetried(ID, false, "consultar ahora"));
        refused(
                uncertain,
                new StartAttempt(ID, 2, SEND, NOW, null),
                InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
        assertThat(uncertain.decide(new StartAttempt(ID, 2, ASK, NOW, null))).hasSize(1);
    }

    @Test
    void what_is_under_way_or_not_signed_yet_is_left_alone() {
        refused(
                given(issued(), signed(), started(1)),
                new RetryInvoice(ID, false, "otra vez"),
                InvoiceRule.INVOICE_MUST_BE_PARKED);
        refused(
                given(issued()),
                new RetryInvoice(ID, false, "otra vez"),
                InvoiceRule.INVOICE_MUST_BE_PARKED);
    }

    @Test
    void finance_may_write_something_down_whatever_it_waits_for() {
        for (var invoice :
                List.of(
                        given(issued()),
                        given(issued(), signed(), started(1)),
                        given(issued(), signed(), started(1), accepted()))) {
            var told = invoice.decide(new CommentInvoice(ID, " Llamé al cliente ", NOW));
            assertThat(told).containsExactly(new InvoiceCommented(ID, "Llamé al cliente", NOW));
            assertThat(invoice.evolve(told.getFirst())).isEqualTo(invoice);
        }
    }

    @Test
    void a_comment_says_something_about_a_document_that_there_is() {
        refused(
                Invoice.NOT_ISSUED,
                new CommentInvoice(ID, "Hola", NOW),
                InvoiceRule.INVOICE_MUST_EXIST);
        for (var text : List.of(" ", "a".repeat(1001))) {
            refused(
                    given(issued()),
                    new CommentInvoice(ID, text, NOW),
                    InvoiceRule.COMMENT_IS_A_TEXT);
        }
    }

    private static InvoiceEvent accepted() {
        return new InvoiceAccepted(ID, 1, "0", "aceptada", List.of(), 120, NOW, null);
    }
}
