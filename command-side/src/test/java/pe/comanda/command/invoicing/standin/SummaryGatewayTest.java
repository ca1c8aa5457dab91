package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.command.invoicing.standin.SunatStage.ACCOUNT;
import static pe.comanda.command.invoicing.standin.SunatStage.AFTERNOON;
import static pe.comanda.command.invoicing.standin.SunatStage.KEY;
import static pe.comanda.command.invoicing.standin.SunatStage.code;
import static pe.comanda.command.invoicing.standin.SunatStage.inquiry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.invoicing.GatewayReply;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.SummaryXml;
import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.GatewayAnswer.InProcess;
import pe.comanda.domain.invoicing.GatewayAnswer.Registered;
import pe.comanda.domain.invoicing.GatewayAnswer.TicketGiven;
import pe.comanda.domain.invoicing.GatewayAnswer.Unreadable;
import pe.comanda.domain.invoicing.GatewayAnswer.Withdrawn;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.invoicing.SummaryName;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Notes, notices of voiding and daily summaries against the stand-in, over real HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryGatewayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SunatStage stage = new SunatStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_factura_is_voided_by_a_notice() {
        var factura = accepted(Bills.factura(1));
        var sent = send(file(SummaryKind.VOIDING, 1, voiding(factura)));
        var ticket = ((TicketGiven) sent.answer()).ticket();
        assertThat(poll(ticket, SummaryKind.VOIDING, 1)).isInstanceOf(InProcess.class);
        assertThat(poll(ticket, SummaryKind.VOIDING, 1))
                .isEqualTo(
                        new Cdr(
                                "0",
                                "La Comunicacion de baja RA-20261121-1, ha sido aceptado",
                                List.of()));
        assertThat(stage.gateway().state(inquiry(factura), ACCOUNT).answer())
                .isInstanceOf(Withdrawn.class);
        assertThat(stage.send(factura).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("1032"));
    }

    @Test
    void a_boleta_is_voided_in_a_summary_and_by_no_notice() {
        var boleta = accepted(Bills.boleta(1));
        assertThat(outcome(file(SummaryKind.VOIDING, 1, voiding(boleta)))).isEqualTo("2308");
        assertThat(stage.gateway().state(inquiry(boleta), ACCOUNT).answer())
                .isInstanceOf(Registered.class);
        assertThat(outcome(file(SummaryKind.DAILY, 1, voiding(boleta)))).isEqualTo("0");
        assertThat(stage.gateway().state(inquiry(boleta), ACCOUNT).answer())
                .isInstanceOf(Withdrawn.class);
    }

    @Test
    void a_late_boleta_is_told_in_a_summary() {
        stage.later(AFTERNOON.plus(Duration.ofDays(6)));
        var boleta = Bills.boleta(1, Bills.everything());
        assertThat(stage.send(boleta).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("1079"));
        assertThat(outcome(file(SummaryKind.DAILY, 1, adding(boleta)))).isEqualTo("0");
        assertThat(stage.gateway().state(inquiry(boleta), ACCOUNT).answer())
                .isInstanceOf(Registered.class);
        assertThat(outcome(file(SummaryKind.DAILY, 2, adding(boleta)))).isEqualTo("2282");
    }

    @Test
    void what_was_taken_off_after_tax_has_no_place_in_a_summary_and_is_remarked_on() {
        var forgiven = Bills.boleta(1, discountedAfterTax("5.00"));
        assertThat(answer(file(SummaryKind.DAILY, 1, adding(forgiven))).notes()).isEmpty();
        var remarked =
                answer(
                        file(
                                SummaryKind.DAILY,
                                2,
                                adding(Bills.boleta(2, discountedAfterTax("5.01")))));
        assertThat(remarked.code()).isEqualTo("0");
        assertThat(remarked.notes()).singleElement().asString().startsWith("4027");
    }

    @Test
    void what_is_unknown_voided_or_too_old_is_not_voided() {
        assertThat(outcome(file(SummaryKind.VOIDING, 1, voiding(Bills.factura(7)))))
                .isEqualTo("2105");
        assertThat(outcome(file(SummaryKind.DAILY, 1, voiding(Bills.boleta(7))))).isEqualTo("2663");
        var factura = accepted(Bills.factura(1));
        assertThat(outcome(file(SummaryKind.VOIDING, 2, voiding(factura)))).isEqualTo("0");
        assertThat(outcome(file(SummaryKind.VOIDING, 3, voiding(factura)))).isEqualTo("2323");
        var old = accepted(Bills.factura(2));
        stage.later(AFTERNOON.plus(Duration.ofDays(8)));
        assertThat(outcome(file(SummaryKind.VOIDING, 4, voiding(old)))).isEqualTo("2957");
    }

    @Test
    void a_name_is_given_to_one_file() {
        var factura = accepted(Bills.factura(1));
        assertThat(outcome(file(SummaryKind.VOIDING, 1, voiding(factura)))).isEqualTo("0");
        assertThat(send(file(SummaryKind.VOIDING, 1, voiding(factura))).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("2324"));
    }

    @Test
    void a_ticket_may_stay_in_process_or_be_lost() {
        var factura = accepted(Bills.factura(1));
        stage.registry().arm(new ArmedFault("", "RA", 1, FaultMode.TICKET_STUCK, "", 1));
        var stuck = ((TicketGiven) send(file(SummaryKind.VOIDING, 1, voiding(factura))).answer());
        for (int i = 0; i < 5; i++) {
            assertThat(poll(stuck.ticket(), SummaryKind.VOIDING, 1)).isInstanceOf(InProcess.class);
        }
        stage.registry().arm(new ArmedFault("", "RA", 2, FaultMode.TICKET_LOST, "", 1));
        var lost = ((TicketGiven) send(file(SummaryKind.VOIDING, 2, voiding(factura))).answer());
        assertThat(poll(lost.ticket(), SummaryKind.VOIDING, 2))
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("0127"));
    }

    @Test
    void the_cdr_of_another_file_settles_nothing() {
        var factura = accepted(Bills.factura(1));
        var ticket =
                ((TicketGiven) send(file(SummaryKind.VOIDING, 1, voiding(factura))).answer())
                        .ticket();
        assertThat(poll(ticket, SummaryKind.VOIDING, 1)).isInstanceOf(InProcess.class);
        assertThat(poll(ticket, SummaryKind.VOIDING, 2)).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_credit_note_changes_what_sunat_has_and_no_more_than_that() {
        assertThat(code(stage.send(credit(Bills.factura(1), 1)))).isEqualTo("2119");
        var factura = accepted(Bills.factura(2));
        assertThat(code(stage.send(credit(factura, 2)))).isEqualTo("0");
        assertThat(code(stage.send(above(factura, 3)))).isEqualTo("3286");
        assertThat(outcome(file(SummaryKind.VOIDING, 1, voiding(factura)))).isEqualTo("0");
        assertThat(code(stage.send(credit(factura, 4)))).isEqualTo("2120");
    }

    @Test
    void a_note_on_a_factura_is_none_on_a_boleta() {
        var boleta = accepted(Bills.boleta(1));
        assertThat(code(stage.send(credit(boleta, 1)))).isEqualTo("0");
        var crossed = note(boleta, DocumentType.CREDIT_NOTE, "FC01", 2, "01", boleta);
        assertThat(code(stage.send(crossed))).isEqualTo("2116");
        var debit = note(boleta, DocumentType.DEBIT_NOTE, "BD01", 1, "02", boleta);
        assertThat(code(stage.send(debit))).isEqualTo("0");
    }

    private static Sale discountedAfterTax(String amount) {
        return new Sale(
                TODAY,
                Bills.REDUCED,
                Bills.everything().items(),
                Money.ZERO,
                Money.of(amount),
                BigDecimal.ZERO,
                Money.ZERO);
    }

    private static FiscalDocument credit(FiscalDocument original, int number) {
        var series = original.type() == DocumentType.FACTURA ? "FC01" : "BC01";
        return note(original, DocumentType.CREDIT_NOTE, series, number, "01", original);
    }

    /** A note with the amounts of a larger bill. */
    private static FiscalDocument above(FiscalDocument original, int number) {
        var larger = Bills.boleta(1, Bills.everything());
        return note(original, DocumentType.CREDIT_NOTE, "FC01", number, "01", larger);
    }

    private static FiscalDocument note(
            FiscalDocument original,
            DocumentType type,
            String series,
            int number,
            String reason,
            FiscalDocument amounts) {
        return new FiscalDocument(
                original.issuer(),
                type,
                DocumentNumber.of(series, number),
                original.issuedAt(),
                original.currency(),
                original.rate(),
                original.buyer(),
                amounts.amounts(),
                PaymentTerms.AT_ONCE,
                new Correction(original.type(), original.number(), reason, "Se anuló la venta"));
    }

    private FiscalDocument accepted(FiscalDocument document) {
        assertThat(code(stage.send(document))).isEqualTo("0");
        return document;
    }

    private static Told voiding(FiscalDocument document) {
        return told(document, Condition.VOID, "error de digitación");
    }

    private static Told adding(FiscalDocument document) {
        return told(document, Condition.ADD, "");
    }

    private static Told told(FiscalDocument document, Condition condition, String reason) {
        var id = new InvoiceId("invoice-1");
        var issued = Bills.issued(document);
        return new Told(
                new SummaryLine(id, document.key(), condition, reason),
                issued,
                Optional.of(document.buyer()).filter(Buyer::isIdentified));
    }

    private SummaryFile file(SummaryKind kind, int number, Told... lines) {
        var name = new SummaryName(Bills.RUC, kind, TODAY, number);
        var issued =
                new SummaryIssued(
                        new SummaryId("summary-1"),
                        name,
                        "LA HUACA S.A.C.",
                        TODAY,
                        Arrays.stream(lines).map(Told::line).toList(),
                        AFTERNOON);
        return new SummaryFile(
                name, XmlSigner.sign(SummaryXml.write(issued, List.of(lines)), KEY).xml());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record SummaryFile(SummaryName name, byte[] xml) {}

    private GatewayReply send(SummaryFile file) {
        return stage.gateway().sendSummary(file.name(), file.xml(), ACCOUNT);
    }

    /** The code of the CDR that a file gets in the end. */
    private String outcome(SummaryFile file) {
        return answer(file).code();
    }

    private Cdr answer(SummaryFile file) {
        var ticket = ((TicketGiven) send(file).answer()).ticket();
        var unused = stage.gateway().ticket(ticket, file.name(), ACCOUNT);
        return (Cdr) stage.gateway().ticket(ticket, file.name(), ACCOUNT).answer();
    }

    private GatewayAnswer poll(String ticket, SummaryKind kind, int number) {
        return stage.gateway()
                .ticket(ticket, new SummaryName(Bills.RUC, kind, TODAY, number), ACCOUNT)
                .answer();
    }
}
