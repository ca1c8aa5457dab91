package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Notes that put other instalments in the place of a factura's (reason 13). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstalmentNotesTest {
    private static final Instant NEXT_DAY = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDate ISSUED = Documents.LUNCH.toLocalDate();
    private static final PaymentTerms IN_A_MONTH = terms("121.70", ISSUED.plusDays(30));

    @Test
    void the_note_takes_nothing_back_and_names_the_new_instalments() {
        var later = terms("121.70", ISSUED.plusDays(60));
        var note = moved(factura(IN_A_MONTH), NoteContent.instalments(later));
        assertThat(note.payable()).isEqualTo(Money.ZERO);
        assertThat(note.amounts().lines()).hasSize(1);
        assertThat(note.payment()).isEqualTo(later);
        assertThat(note.correction()).isNotNull();
        note.mustObeyTheRules();
    }

    @Test
    void only_a_factura_on_credit_has_instalments() {
        refused(factura(PaymentTerms.AT_ONCE), IN_A_MONTH, NoteRule.ORIGINAL_MUST_BE_ON_CREDIT);
    }

    @Test
    void no_more_is_owed_than_the_factura_came_to() {
        refused(
                factura(IN_A_MONTH),
                terms("121.71", ISSUED.plusDays(60)),
                InvoiceRule.INSTALMENTS_ADD_UP);
        assertThat(
                        moved(
                                        factura(IN_A_MONTH),
                                        NoteContent.instalments(
                                                terms("100.00", ISSUED.plusDays(60))))
                                .payment()
                                .outstanding())
                .isEqualTo(Money.of("100.00"));
    }

    @Test
    void an_instalment_falls_after_the_factura() {
        refused(
                factura(IN_A_MONTH),
                terms("121.70", ISSUED),
                InvoiceRule.INSTALMENT_FALLS_AFTER_ISSUE);
    }

    @Test
    void the_reason_and_the_instalments_belong_together() {
        assertThatThrownBy(() -> moved(factura(IN_A_MONTH), NoteContent.WHOLE))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(NoteRule.REASON_FITS_NOTE));
        assertThatThrownBy(
                        () ->
                                note(
                                        factura(IN_A_MONTH),
                                        CreditReason.OTHER,
                                        NoteContent.instalments(IN_A_MONTH)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(NoteRule.REASON_FITS_NOTE));
        assertThatThrownBy(() -> new NoteContent(List.of(), Money.of("1.00"), IN_A_MONTH))
                .isInstanceOf(MalformedValue.class);
    }

    private static void refused(InvoiceIssued original, PaymentTerms terms, BusinessRule rule) {
        assertThatThrownBy(() -> moved(original, NoteContent.instalments(terms)))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }

    private static FiscalDocument moved(InvoiceIssued original, NoteContent content) {
        return note(original, CreditReason.PAYMENT_TERMS, content);
    }

    private static FiscalDocument note(
            InvoiceIssued original, CreditReason reason, NoteContent content) {
        return Notes.credit(
                new CreditInvoice(
                        new InvoiceId("invoice-2"),
                        new InvoiceId("invoice-1"),
                        reason,
                        "Se acordaron otras fechas",
                        content,
                        "",
                        NEXT_DAY),
                original,
                NoteLedger.EMPTY,
                Documents.COMPANY,
                DocumentNumber.of("FC01", 1));
    }

    private static PaymentTerms terms(String amount, LocalDate due) {
        return new PaymentTerms(List.of(new Instalment(Money.of(amount), due)));
    }

    private static InvoiceIssued factura(PaymentTerms terms) {
        var item = SoldItem.of("", "Ceviche", 2, Money.of("60.85"), Affectation.TAXED);
        var document =
                new FiscalDocument(
                        Documents.LA_HUACA,
                        DocumentType.FACTURA,
                        DocumentNumber.of("F001", 4),
                        Documents.LUNCH,
                        "PEN",
                        Documents.REDUCED,
                        Documents.COMPANY,
                        FiscalAmounts.of(Sale.of(ISSUED, Documents.REDUCED, List.of(item))),
                        terms,
                        null);
        var issue =
                new IssueInvoice(
                        new InvoiceId("invoice-1"),
                        new OrderId("order-1"),
                        document,
                        new Sealed(""),
                        null,
                        NEXT_DAY);
        return (InvoiceIssued) Invoice.NOT_ISSUED.decide(issue).getFirst();
    }
}
