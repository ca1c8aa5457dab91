package pe.comanda.query.invoicing.print;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.query.invoicing.print.Pdfs.decoded;
import static pe.comanda.query.invoicing.print.Pdfs.picture;
import static pe.comanda.query.invoicing.print.Pdfs.text;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocument;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.Correction;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.Paper;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.shared.Money;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The printed form says what the law wants said, and its code can be read by a telephone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintoutTest {
    private static final String DIGEST = "aSJ3nL6k2vUp7Q0uTg8hYw9sJm1xZb4cD5eFqRtVwXo=";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final BigDecimal RATE = new BigDecimal("0.105");
    private static final Issuer ISSUER =
            new Issuer(
                    new Ruc("20131312955"),
                    "Inversiones Gastronómicas Mar de Lima S.A.C.",
                    "Mar de Lima",
                    new IssuerAddress("150122", "Lima", "Lima", "Miraflores", "Av. La Mar 770"),
                    "0001");
    private static final Buyer ANA =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.RUC, "20100066603"),
                    "Agroindustrias Ñandú & Peña S.A.",
                    "Jr. Cusco 123, Cercado, Lima");

    private static SoldItem dish(String name, int quantity, String price) {
        return SoldItem.of("", name, quantity, Money.of(price), Affectation.TAXED);
    }

    private static FiscalDocument boleta() {
        return document(
                DocumentType.BOLETA,
                "B001",
                Buyer.ANONYMOUS,
                PaymentTerms.AT_ONCE,
                Sale.of(
                                DAY,
                                RATE,
                                List.of(
                                        dish("Ceviche clásico (ají limo, sin cebolla)", 2, "42.00"),
                                        dish("Chicha morada 1 L", 1, "18.00"),
                                        dish("Lomo saltado", 1, "48.50")
                                                .discountedBy(Money.of("4.85")),
                                        SoldItem.of(
                                                "",
                                                "Suspiro a la limeña",
                                                1,
                                                Money.of("16.00"),
                                                Affectation.FREE_BONUS)))
                        .withServiceCharge(new BigDecimal("0.10"))
                        .roundedBy(Money.of("-0.03")));
    }

    private static FiscalDocument factura(int lines) {
        var items = new ArrayList<SoldItem>();
        for (int i = 1; i <= lines; i++) {
            items.add(dish("Plato número " + i + " de la carta de la casa", 1 + i % 3, "25.50"));
        }
        var sale = Sale.of(DAY, RATE, items);
        var total = FiscalAmounts.of(sale).totals().payable();
        return document(
                DocumentType.FACTURA,
                "F001",
                ANA,
                new PaymentTerms(List.of(new Instalment(total, DAY.plusDays(30)))),
                sale);
    }

    private static FiscalDocument document(
            DocumentType type, String series, Buyer buyer, PaymentTerms terms, Sale sale) {
        return new FiscalDocument(
                ISSUER,
                type,
                DocumentNumber.of(series, 1234),
                LocalDateTime.of(2026, 11, 21, 21, 5),
                "PEN",
                RATE,
                buyer,
                FiscalAmounts.of(sale),
                terms,
                null);
    }

    private static Printout printout(FiscalDocument document) {
        return new Printout(
                document,
                document.buyer().name(),
                DIGEST,
                document.qr(DIGEST),
                List.of(),
                "https://mardelima.pe/consulta");
    }

    @ParameterizedTest
    @EnumSource(names = {"A4", "TICKET"})
    void a_boleta_says_what_annex_6_wants_said(Paper paper) throws IOException {
        assertThat(text(printout(boleta()).on(paper)))
                .contains("RUC 20131312955")
                .contains("Inversiones Gastronómicas Mar de Lima S.A.C.")
                .contains("Av. La Mar 770, Miraflores, Lima, Lima")
                .contains("BOLETA DE VENTA ELECTRÓNICA")
                .contains("B001-1234")
                .contains("21/11/2026 21:05")
                .contains("CLIENTES VARIOS")
                .contains("Op. gravada")
                .contains("IGV 10.5 %")
                .contains("Recargo al consumo")
                .contains("Op. gratuita")
                .contains("Redondeo")
                .contains(boleta().payable().toString())
                .contains("SON: CIENTO")
                .contains("TRANSFERENCIA GRATUITA")
                .contains("Representación impresa de la boleta de venta electrónica")
                .contains("mardelima.pe/consulta");
    }

    @ParameterizedTest
    @EnumSource(names = {"A4", "TICKET"})
    void the_code_holds_what_annex_6_wants_in_it(Paper paper) throws Exception {
        var document = boleta();
        assertThat(decoded(printout(document).on(paper)))
                .isEqualTo(
                        "20131312955|03|B001|1234|%s|%s|2026-11-21|-|-|%s"
                                .formatted(
                                        document.amounts().totals().igv(),
                                        document.payable(),
                                        DIGEST));
    }

    @ParameterizedTest
    @EnumSource(names = {"A4", "TICKET"})
    void a_note_says_what_it_changes_and_why(Paper paper) throws IOException {
        var note = note(DocumentType.CREDIT_NOTE, "FC01");
        assertThat(text(printout(note).on(paper)))
                .contains("NOTA DE CRÉDITO ELECTRÓNICA")
                .contains("FC01-1234")
                .contains("F001-88")
                .contains("El RUC no era el del cliente")
                .doesNotContain("Forma de pago")
                .contains(note.payable().toString())
                .contains("Representación impresa de la nota de crédito electrónica");
        assertThat(text(printout(note(DocumentType.DEBIT_NOTE, "FD01")).on(paper)))
                .contains("NOTA DE DÉBITO ELECTRÓNICA")
                .contains("F001-88")
                .contains("Representación impresa de la nota de débito electrónica");
    }

    @ParameterizedTest
    @EnumSource(names = {"A4", "TICKET"})
    void the_code_of_a_note_is_the_notes_own(Paper paper) throws Exception {
        var note = note(DocumentType.CREDIT_NOTE, "FC01");
        assertThat(decoded(printout(note).on(paper)))
                .startsWith("20131312955|07|FC01|1234|")
                .contains("|6|20100066603|");
    }

    private static FiscalDocument note(DocumentType type, String series) {
        var sale = Sale.of(DAY, RATE, List.of(dish("Ceviche clásico", 2, "42.00")));
        return new FiscalDocument(
                ISSUER,
                type,
                DocumentNumber.of(series, 1234),
                LocalDateTime.of(2026, 11, 21, 21, 5),
                "PEN",
                RATE,
                ANA,
                FiscalAmounts.of(sale),
                PaymentTerms.AT_ONCE,
                new Correction(
                        DocumentType.FACTURA,
                        DocumentNumber.of("F001", 88),
                        "02",
                        "El RUC no era el del cliente"));
    }

    @Test
    void a_factura_names_its_buyer_and_when_it_is_paid() throws IOException {
        assertThat(text(printout(factura(3)).on(Paper.A4)))
                .contains("FACTURA ELECTRÓNICA")
                .contains("Agroindustrias Ñandú & Peña S.A.")
                .contains("20100066603")
                .contains("Jr. Cusco 123")
                .contains("Crédito. Cuota 1: S/ ")
                .contains("vence el 21/12/2026");
    }

    @ParameterizedTest
    @EnumSource(names = {"A4", "TICKET"})
    void every_notice_stands_on_a_line_of_its_own(Paper paper) throws IOException {
        var plain = printout(boleta());
        var voided =
                new Printout(
                        plain.document(),
                        plain.buyerName(),
                        DIGEST,
                        plain.qr(),
                        List.of("ANULADO", "EMITIDO EN PRUEBAS"),
                        plain.consultAt());
        assertThat(text(voided.on(paper))).contains("ANULADO EMITIDO EN PRUEBAS");
        assertThat(text(plain.on(paper))).doesNotContain("ANULADO");
    }

    @Test
    void many_lines_take_several_pages_and_every_page_says_whose_it_is() throws IOException {
        try (var file = Loader.loadPDF(printout(factura(120)).on(Paper.A4))) {
            assertThat(file.getNumberOfPages()).isBetween(3, 5);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(file))
                    .contains("F001-1234")
                    .contains("Página 2")
                    .contains("Descripción");
        }
    }

    @Test
    void a_forgotten_buyer_leaves_a_gap_and_no_code() throws IOException {
        var document = factura(1);
        var text =
                text(
                        new Printout(document, null, DIGEST, "", List.of(), "https://mardelima.pe")
                                .on(Paper.TICKET));
        assertThat(text).contains("datos eliminados").doesNotContain("Ñandú");
    }

    @Test
    void letters_that_the_typeface_lacks_do_not_stop_the_printer() throws IOException {
        var sale = Sale.of(DAY, RATE, List.of(dish("Ramen \u62C9\u9EBA \uD83C\uDF5C", 1, "30.00")));
        var document =
                document(DocumentType.BOLETA, "B001", Buyer.ANONYMOUS, PaymentTerms.AT_ONCE, sale);
        assertThat(text(printout(document).on(Paper.A4))).contains("Ramen ?? ?");
    }

    @Test
    void a_receipt_printer_is_sent_the_same_document() {
        var sent =
                new String(printout(boleta()).on(Paper.ESC_POS), Charset.forName("windows-1252"));
        assertThat(sent)
                .contains("BOLETA DE VENTA ELECTRÓNICA")
                .contains("TOTAL S/")
                .contains(printout(boleta()).qr());
    }

    @Test
    void the_same_printout_gives_the_same_bytes() {
        assertThat(printout(boleta()).on(Paper.A4)).isEqualTo(printout(boleta()).on(Paper.A4));
    }

    @Test
    void pictures_for_the_eye() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "printed"));
        for (var paper : List.of(Paper.A4, Paper.TICKET)) {
            picture(printout(boleta()).on(paper), folder.resolve("boleta-" + paper + ".png"));
            picture(printout(factura(60)).on(paper), folder.resolve("factura-" + paper + ".png"));
        }
        assertThat(folder).isNotEmptyDirectory();
    }
}
