package pe.comanda.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderPaperQuery.Format;
import pe.comanda.domain.ordering.OrderStatus;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.ordering.OrderView.LineView;
import pe.comanda.domain.ordering.OrderView.PaidReward;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.imageio.ImageIO;

/** What the kitchen hangs up, and what guests look at before they pay. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderPaperTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Instant NINE = Instant.parse("2026-11-22T02:05:00Z");

    private static LineView line(
            String id, String name, String price, int round, LineStatus status, String note) {
        return new LineView(
                new OrderLine(
                        new LineId("line-" + id),
                        new MenuItemId("dish-" + id),
                        name,
                        Money.of(price),
                        List.of(
                                new ChosenOption(
                                        new OptionId("option-1"), "Ají limo", Money.of("1.00"))),
                        2,
                        note,
                        TaxClass.TAXED,
                        round),
                status,
                NINE);
    }

    private static final OrderView ORDER =
            new OrderView(
                    "order-1",
                    "org-1",
                    "branch-1",
                    27,
                    LocalDate.of(2026, 11, 21),
                    OrderType.DINE_IN,
                    OrderStatus.CONFIRMED,
                    null,
                    "table-1",
                    "7",
                    "customer-1",
                    null,
                    new PaidReward("reward-1", "Chicha de la casa", 150),
                    "PEN",
                    List.of(
                            line(
                                    "1",
                                    "Ceviche clásico",
                                    "41.00",
                                    1,
                                    LineStatus.CONFIRMED,
                                    "sin cebolla"),
                            line("2", "Chicha morada", "8.00", 2, LineStatus.CONFIRMED, ""),
                            line("3", "Causa limeña", "20.00", 1, LineStatus.CANCELLED, "")),
                    "Alergia al maní",
                    new Totals(
                            Money.of("102.00"),
                            Money.of("2.00"),
                            Money.of("90.50"),
                            Money.of("9.50"),
                            Money.of("9.05"),
                            Money.of("1.00"),
                            Money.of("6.00"),
                            Money.of("116.05")),
                    List.of(),
                    Money.of("116.05"),
                    null,
                    NINE,
                    NINE,
                    4);

    @Test
    void the_kitchen_sees_dishes_and_wishes_and_no_prices() throws IOException {
        assertThat(text(OrderPaper.kitchen(ORDER, null, Format.PDF)))
                .contains("COMANDA 27")
                .contains("Mesa 7")
                .contains("21/11/2026 21:05")
                .contains("2 x Ceviche clásico")
                .contains("Ají limo")
                .contains("*** sin cebolla")
                .contains("2 x Chicha morada")
                .contains("Alergia al maní")
                .doesNotContain("Causa")
                .doesNotContain("41.00");
    }

    @Test
    void a_round_is_printed_by_itself() throws IOException {
        assertThat(text(OrderPaper.kitchen(ORDER, 2, Format.PDF)))
                .contains("Ronda 2")
                .contains("Chicha morada")
                .doesNotContain("Ceviche");
    }

    @Test
    void the_bill_adds_up_and_says_that_it_is_no_document() throws IOException {
        assertThat(text(OrderPaper.bill(ORDER, Format.PDF)))
                .contains("Ceviche clásico (Ají limo)")
                .contains("84.00")
                .contains("Descuento -2.00")
                .contains("Canje: Chicha de la casa (150 puntos)")
                .contains("Recargo al consumo 9.05")
                .contains("ICBPER (bolsas) 1.00")
                .contains("Delivery 6.00")
                .contains("TOTAL PEN 116.05")
                .contains("No es comprobante de pago")
                .doesNotContain("Causa")
                .doesNotContain("Por pagar");
    }

    @Test
    void a_receipt_printer_is_sent_the_same_as_its_own_commands() {
        var kitchen = OrderPaper.kitchen(ORDER, null, Format.ESC_POS);
        var bill = new String(OrderPaper.bill(ORDER, Format.ESC_POS), WESTERN);
        assertThat(new String(kitchen, WESTERN))
                .startsWith("\u001B@")
                .contains("2 x Ceviche clásico\n")
                .contains("*** sin cebolla\n")
                .endsWith("\u001DVB\u0003");
        assertThat(bill)
                .contains("  2 x 42.00" + " ".repeat(32) + "84.00\n")
                .contains("TOTAL PEN" + " ".repeat(33) + "116.05\n");
    }

    @Test
    void pictures_for_the_eye() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "printed"));
        picture(OrderPaper.kitchen(ORDER, null, Format.PDF), folder.resolve("kitchen.png"));
        picture(OrderPaper.bill(ORDER, Format.PDF), folder.resolve("bill.png"));
        assertThat(folder).isNotEmptyDirectory();
    }

    private static void picture(byte[] pdf, Path to) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            ImageIO.write(new PDFRenderer(file).renderImageWithDPI(0, 110), "png", to.toFile());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }
}
