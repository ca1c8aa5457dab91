package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.ReviseInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceAccepted;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCorrected;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceParked;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceRejected;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.shared.Sealed;

import java.util.List;

/** The same number with other data: only where SUNAT never had the document. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionTest {
    private static final Sealed ANOTHER = new Sealed("v1.def");
    private static final Buyer RIGHT =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.RUC, "20100066603"),
                    "OTRA EMPRESA S.A.C.",
                    "JR. NUEVO 123");

    @Test
    void what_the_tax_office_could_not_process_goes_out_again_with_other_data() {
        var corrected =
                new InvoiceCorrected(
                        ID,
                        Documents.LA_HUACA,
                        BuyerDocumentType.RUC,
                        ANOTHER,
                        "RUC mal escrito",
                        NOW);
        assertThat(parked(ParkReason.FORMAT_ERROR).decide(revise(RIGHT, " RUC mal escrito ")))
                .containsExactly(corrected);
        var again = parked(ParkReason.FORMAT_ERROR).evolve(corrected);
        assertThat(again.decide(new MarkSigned(ID, "e=", "00"))).hasSize(1);
        assertThat(again.evolve(signed()).decide(new StartAttempt(ID, 2, SEND, NOW, "00")))
                .as("attempts count on")
                .hasSize(1);
        var document = ((InvoiceIssued) issued()).corrected(corrected);
        assertThat(document.key()).isEqualTo(((InvoiceIssued) issued()).key());
        assertThat(document.buyer()).isEqualTo(ANOTHER);
        assertThat(document.totals()).isEqualTo(((InvoiceIssued) issued()).totals());
    }

    @Test
    void its_way_begins_anew() {
        var way = InvoiceSubmission.begin((InvoiceIssued) issued()).submission();
        var parked = new InvoiceParked(ID, ParkReason.FORMAT_ERROR, "0306");
        var waiting = way.on(parked, NOW).submission();
        var advance =
                waiting.on(
                        new InvoiceCorrected(
                                ID,
                                Documents.LA_HUACA,
                                BuyerDocumentType.RUC,
                                ANOTHER,
                                "motivo",
                                NOW),
                        NOW);
        assertThat(advance.step()).isEqualTo(new InvoiceSubmission.Step.Build());
        assertThat(advance.submission().phase()).isEqualTo(InvoiceSubmission.Phase.BUILDING);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FORMAT_ERROR", "CANNOT_BE_BUILT", "BY_HAND", "SUMMARY_REFUSED"},
            mode = Mode.EXCLUDE)
    void a_number_in_use_or_out_of_time_is_not_corrected(ParkReason reason) {
        refused(
                parked(reason),
                revise(RIGHT, "otro motivo"),
                InvoiceRule.CORRECTION_NEEDS_AN_EXCEPTION);
    }

    @Test
    void what_the_tax_office_may_have_is_not_corrected() {
        var uncertain =
                given(
                        issued(),
                        signed(),
                        started(1),
                        failed(1, Kind.UNCERTAIN),
                        new InvoiceParked(ID, ParkReason.FORMAT_ERROR, ""));
        refused(uncertain, revise(RIGHT, "otro motivo"), InvoiceRule.UNKNOWN_OUTCOME_IS_ASKED_FOR);
    }

    @Test
    void what_is_settled_or_on_its_way_is_not_corrected() {
        var accepted = new InvoiceAccepted(ID, 1, "0", "", List.of(), 1, NOW, null);
        var rejected = new InvoiceRejected(ID, 1, "2800", "", List.of(), 1, NOW, null);
        for (var settled : List.of(accepted, rejected)) {
            refused(
                    given(issued(), signed(), started(1), settled),
                    revise(RIGHT, "otro motivo"),
                    InvoiceRule.INVOICE_IS_SETTLED);
        }
        refused(
                given(issued(), signed(), started(1)),
                revise(RIGHT, "otro motivo"),
                InvoiceRule.INVOICE_MUST_BE_PARKED);
    }

    @Test
    void the_rules_of_a_new_document_hold_and_a_reason_is_given() {
        var parked = parked(ParkReason.FORMAT_ERROR);
        refused(parked, revise(RIGHT, "si"), InvoiceRule.REASON_REQUIRED);
        refused(parked, revise(Documents.ROSA, "es una persona"), InvoiceRule.FACTURA_NEEDS_RUC);
    }

    @Test
    void the_number_stays_with_the_ruc_that_took_it() {
        var other =
                new Issuer(
                        new Ruc("20131312955"),
                        "OTRA S.A.C.",
                        "",
                        Documents.LA_HUACA.address(),
                        "0000");
        var revision =
                new ReviseInvoice(
                        ID,
                        Documents.factura("110.50", RIGHT).by(other),
                        ANOTHER,
                        "otro motivo",
                        NOW);
        refused(parked(ParkReason.FORMAT_ERROR), revision, InvoiceRule.ISSUER_KEEPS_ITS_RUC);
    }

    private static ReviseInvoice revise(Buyer buyer, String reason) {
        return new ReviseInvoice(ID, Documents.factura("110.50", buyer), ANOTHER, reason, NOW);
    }

    private static Invoice parked(ParkReason reason) {
        return given(
                issued(),
                signed(),
                started(1),
                failed(1, Kind.FORMAT_ERROR),
                new InvoiceParked(ID, reason, "0306"));
    }
}
