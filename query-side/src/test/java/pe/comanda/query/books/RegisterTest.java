package pe.comanda.query.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.shared.Money;
import pe.comanda.query.books.Entry.Corrected;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Every column of the registers, in its place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Entry FACTURA =
            entry("01", "F001", "6", "20100066603", "Ñandú | Peña S.A.", null, "", false);
    private static final Entry NOTE =
            entry(
                    "07",
                    "FC01",
                    "6",
                    "20100066603",
                    "Ñandú S.A.",
                    new Corrected(LocalDate.of(2026, 10, 30), "01", "F001", 77),
                    "01",
                    false);

    private static Entry entry(
            String type,
            String series,
            String buyerType,
            String buyer,
            String name,
            @Nullable Corrected corrected,
            String reason,
            boolean voided) {
        int sign = voided ? 0 : type.equals("07") ? -1 : 1;
        return new Entry(
                "invoice-1",
                voided ? Standing.VOIDED : Standing.ACCEPTED,
                "20131312955",
                "Mar de Lima S.A.C.",
                type,
                series,
                1234,
                DAY,
                type.equals("01") ? DAY.plusDays(30) : null,
                "PEN",
                buyerType,
                buyer,
                name,
                Money.of("100.00").times(sign),
                Money.of("20.00").times(sign),
                Money.of("5.00").times(sign),
                Money.of("16.00").times(sign),
                Money.of("10.50").times(sign),
                Money.of("0.50").times(sign),
                Money.of("9.95").times(sign),
                Money.of("145.95").times(sign),
                corrected,
                reason);
    }

    @Test
    void the_rvie_has_forty_columns() {
        assertThat(SunatText.rvie(FACTURA, NOVEMBER))
                .containsExactly(
                        "20131312955",
                        "Mar de Lima S.A.C.",
                        "202611",
                        "",
                        "21/11/2026",
                        "21/12/2026",
                        "01",
                        "F001",
                        "1234",
                        "",
                        "6",
                        "20100066603",
                        "Ñandú Peña S.A.",
                        "0.00",
                        "100.00",
                        "0.00",
                        "10.50",
                        "0.00",
                        "20.00",
                        "5.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "0.50",
                        "9.95",
                        "145.95",
                        "PEN",
                        "1.000",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "1",
                        "",
                        "16.00",
                        "0101",
                        "",
                        "")
                .hasSize(40);
    }

    @Test
    void book_14_1_has_thirty_five_columns() {
        assertThat(SunatText.ple(NOTE, NOVEMBER))
                .containsExactly(
                        "20261100",
                        "07FC011234",
                        "M1",
                        "21/11/2026",
                        "",
                        "07",
                        "FC01",
                        "1234",
                        "",
                        "6",
                        "20100066603",
                        "Ñandú S.A.",
                        "0.00",
                        "0.00",
                        "-100.00",
                        "0.00",
                        "-10.50",
                        "-20.00",
                        "-5.00",
                        "0.00",
                        "0.00",
                        "0.00",
                        "-0.50",
                        "-9.95",
                        "-145.95",
                        "PEN",
                        "1.000",
                        "30/10/2026",
                        "01",
                        "F001",
                        "77",
                        "",
                        "",
                        "",
                        "1")
                .hasSize(35);
    }

    @Test
    void what_the_sums_are_made_of_adds_up() {
        for (var entry : List.of(FACTURA, NOTE)) {
            assertThat(
                            Money.sum(
                                    List.of(
                                            entry.taxed(),
                                            entry.exonerated(),
                                            entry.notSubject(),
                                            entry.igv(),
                                            entry.icbper(),
                                            entry.others())))
                    .isEqualTo(entry.total());
        }
    }

    /** Columns 15 to 18: base, discount on it, IGV, discount on it. */
    @Test
    void a_credit_note_lowers_the_base_of_its_own_month_only() {
        assertThat(baseAndTax(note("07", LocalDate.of(2026, 11, 1))))
                .containsExactly("-100.00", "0.00", "-10.50", "0.00");
        assertThat(baseAndTax(note("07", LocalDate.of(2026, 10, 31))))
                .containsExactly("0.00", "-100.00", "0.00", "-10.50");
        assertThat(baseAndTax(note("07", LocalDate.of(2025, 12, 31))))
                .containsExactly("0.00", "-100.00", "0.00", "-10.50");
        assertThat(baseAndTax(note("07", null)))
                .containsExactly("0.00", "-100.00", "0.00", "-10.50");
    }

    /** More money is a sale of the month in which it is asked for. */
    @Test
    void a_debit_note_raises_the_base_of_its_month_whatever_it_changes() {
        assertThat(baseAndTax(note("08", LocalDate.of(2026, 10, 31))))
                .containsExactly("100.00", "0.00", "10.50", "0.00");
    }

    @Test
    void what_has_no_discount_column_of_its_own_stays_where_it_is() {
        var fields = SunatText.rvie(note("07", LocalDate.of(2026, 10, 31)), NOVEMBER);
        assertThat(fields.subList(18, 26))
                .containsExactly(
                        "-20.00", "-5.00", "0.00", "0.00", "0.00", "-0.50", "-9.95", "-145.95");
        assertThat(
                        fields.subList(14, 25).stream()
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(fields.get(25));
    }

    private static List<String> baseAndTax(Entry entry) {
        var rvie = SunatText.rvie(entry, NOVEMBER).subList(14, 18);
        assertThat(SunatText.ple(entry, NOVEMBER).subList(13, 17)).isEqualTo(rvie);
        return rvie;
    }

    private static Entry note(String type, @Nullable LocalDate changed) {
        return entry(
                type,
                "FC01",
                "6",
                "20100066603",
                "Ñandú S.A.",
                new Corrected(changed, "01", "F001", 77),
                "01",
                false);
    }

    @Test
    void a_note_names_what_it_changes_in_the_rvie_too() {
        assertThat(SunatText.rvie(NOTE, NOVEMBER).subList(28, 34))
                .containsExactly("30/10/2026", "01", "F001", "77", "", "01");
    }

    @Test
    void a_voided_document_stands_without_amounts() {
        var voided = entry("03", "B001", "0", "00000000", "CLIENTES VARIOS", null, "", true);
        assertThat(SunatText.rvie(voided, NOVEMBER).get(34)).isEqualTo("2");
        assertThat(SunatText.rvie(voided, NOVEMBER).get(25)).isEqualTo("0.00");
        assertThat(SunatText.ple(voided, NOVEMBER).getLast()).isEqualTo("2");
    }

    @Test
    void files_are_called_as_sunat_wants_them_called() {
        assertThat(SunatText.rvieName("20131312955", NOVEMBER, false))
                .isEqualTo("LE2013131295520261100140400021112.txt");
        assertThat(SunatText.pleName("20131312955", NOVEMBER, false))
                .isEqualTo("LE2013131295520261100140100001111.txt");
        assertThat(SunatText.pleName("20131312955", NOVEMBER, true))
                .isEqualTo("LE2013131295520261100140100001011.txt");
    }

    @Test
    void every_line_of_book_14_1_ends_with_a_bar() {
        assertThat(SunatText.ple(List.of(FACTURA, NOTE), NOVEMBER).lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("|"))
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 35);
    }

    @Test
    void a_name_becomes_neither_a_column_nor_a_formula() {
        var evil = entry("03", "B001", "1", "41234567", "=1+1,\"x\"", null, "", false);
        var csv = new String(Sheets.csv(List.of(evil)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFFecha de emisión,").contains("\"'=1+1,\"\"x\"\"\"");
        assertThat(csv.lines()).hasSize(2);
    }

    @Test
    void the_workbook_holds_numbers_as_numbers() throws IOException {
        var bytes = Sheets.xlsx(List.of(FACTURA, NOTE), NOVEMBER);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            var read = rows.toList();
            assertThat(read).hasSize(3);
            assertThat(read.getFirst().stream().map(cell -> cell.getText()).toList())
                    .isEqualTo(Sheets.HEAD);
            assertThat(read.get(2).getCellAsNumber(15))
                    .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("-145.95"));
            assertThat(read.get(1).getCellAsNumber(4)).contains(new BigDecimal("1234"));
            assertThat(read.get(1).getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo(DAY);
        }
    }
}
