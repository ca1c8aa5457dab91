package pe.comanda.query.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.invoicing.ProposalQuery.Difference;
import pe.comanda.domain.invoicing.ProposalQuery.DifferenceKind;
import pe.comanda.domain.invoicing.ProposalQuery.Field;
import pe.comanda.domain.invoicing.ProposalRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** SUNAT's proposal as the SIRE exports it, held against our register. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposalTest {
    private static final Charset UTF = StandardCharsets.UTF_8;
    private static final String HEADINGS =
            "Ruc|Razon Social|Periodo|CAR SUNAT|Fecha de emisión|Fecha Vcto/Pago|Tipo CP/Doc.|Serie"
                    + " del CDP|Nro CP o Doc. Nro Inicial (Rango)|Nro Final (Rango)|Tipo Doc"
                    + " Identidad|Nro Doc Identidad|Apellidos Nombres/ Razón Social|Valor Facturado"
                    + " Exportación|BI Gravada|Dscto BI|IGV / IPM|Dscto IGV / IPM|Mto Exonerado|Mto"
                    + " Inafecto|ISC|BI Grav IVAP|IVAP|ICBPER|Otros Tributos|Total CP|Moneda|Tipo"
                    + " Cambio|Fecha Emisión Doc Modificado|Tipo CP Modificado|Serie CP Modificado|Nro"
                    + " CP Modificado|ID Proyecto Operadores Atribución|Tipo de Nota|Est. Comp|Valor FOB"
                    + " Embarcado|Valor OP Gratuitas|Tipo Operación|DAM / CP|CLU";
    private static final String FACTURA =
            "20131312955|MAR DE LIMA S.A.C.|202611|2013131295501F0010000000007|21/11/2026||01|F001|7"
                    + "||6|20100066603|PEÑA S.A.|0|100|0|10.5|0|0|0|0|0|0|0.5|9.95|120.95|PEN|1.000|||||||1|0|0|0101||";

    private static Entry ours(String type, String series, int number, Standing standing) {
        int sign = standing == Standing.VOIDED ? 0 : type.equals("07") ? -1 : 1;
        return new Entry(
                "invoice-" + number,
                standing,
                "20131312955",
                "Mar de Lima S.A.C.",
                type,
                series,
                number,
                LocalDate.of(2026, 11, 21),
                null,
                "PEN",
                "6",
                "20100066603",
                "Peña S.A.",
                Money.of("100.00").times(sign),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.of("10.50").times(sign),
                Money.of("0.50").times(sign),
                Money.of("9.95").times(sign),
                Money.of("120.95").times(sign),
                null,
                "");
    }

    private static final Entry OURS = ours("01", "F001", 7, Standing.ACCEPTED);

    @Test
    void what_both_have_alike_is_no_difference() {
        assertThat(match(text(FACTURA), OURS)).isEmpty();
    }

    @Test
    void commas_quotes_a_byte_order_mark_and_a_zip_make_no_difference() throws IOException {
        var csv =
                "\uFEFF"
                        + HEADINGS.replace('|', ',')
                        + "\n"
                        + FACTURA.replace('|', ',').replace("PEÑA S.A.", "\"PEÑA, S.A.\"");
        assertThat(match(csv.getBytes(StandardCharsets.UTF_8), OURS)).isEmpty();
        assertThat(match(zip(text(FACTURA)), OURS)).isEmpty();
        assertThat(match(text(FACTURA, Charset.forName("windows-1252")), OURS)).isEmpty();
    }

    @Test
    void the_register_that_we_export_is_read_without_headings() {
        var exported = SunatText.rvie(List.of(OURS), YearMonth.of(2026, 11));
        assertThat(match(exported.getBytes(StandardCharsets.UTF_8), OURS)).isEmpty();
    }

    @Test
    void columns_may_stand_elsewhere_as_long_as_they_have_their_headings() {
        var moved = "CLU nuevo|" + HEADINGS;
        assertThatThrownBy(() -> ProposalFile.read((moved + "\nx|" + FACTURA).getBytes(UTF)))
                .as("a first column that is not the RUC is no heading")
                .isInstanceOf(RuleViolated.class);
        var swapped = HEADINGS.replace("CLU", "ISC 2").replace("|ISC|", "|CLU|");
        assertThat(match((swapped + "\n" + FACTURA).getBytes(UTF), OURS)).isEmpty();
    }

    @Test
    void another_amount_is_told_with_both_figures() {
        var differences = match(text(FACTURA.replace("|120.95|", "|121.00|")), OURS);
        assertThat(differences)
                .containsExactly(
                        new Difference(
                                DifferenceKind.AMOUNTS_DIFFER,
                                "01",
                                "F001",
                                7,
                                7,
                                "invoice-7",
                                "ACCEPTED",
                                List.of(new Field("total", "120.95", "121.00"))));
    }

    @Test
    void another_buyer_or_day_is_no_matter_of_amounts() {
        var differences =
                match(
                        text(
                                FACTURA.replace("20100066603", "20100066604")
                                        .replace("21/11", "20/11")),
                        OURS);
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().kind()).isEqualTo(DifferenceKind.DATA_DIFFER);
        assertThat(differences.getFirst().fields())
                .containsExactly(
                        new Field("issueDate", "2026-11-21", "2026-11-20"),
                        new Field("buyer", "20100066603", "20100066604"));
    }

    @Test
    void what_one_side_lacks_is_told() {
        assertThat(match(text(FACTURA.replace("|F001|7|", "|F001|8|")), OURS))
                .extracting(Difference::kind, Difference::number, Difference::invoice)
                .containsExactly(
                        tuple(DifferenceKind.MISSING_HERE, 8, null),
                        tuple(DifferenceKind.MISSING_THERE, 7, "invoice-7"));
    }

    @Test
    void what_was_voided_may_be_listed_or_not_but_must_not_stand() {
        var voided = ours("01", "F001", 7, Standing.VOIDED);
        assertThat(match(text(), voided)).isEmpty();
        assertThat(match(text(FACTURA.replace("|1|0|0|0101", "|2|0|0|0101")), voided)).isEmpty();
        assertThat(match(text(FACTURA), voided).getFirst().fields())
                .contains(new Field("stands", "false", "true"));
    }

    /** There the SIRE puts notes that change documents of earlier months. */
    @Test
    void a_note_may_stand_in_the_columns_of_discounts() {
        var note =
                FACTURA.replace("|01|F001|7|", "|07|FC01|7|")
                        .replace(
                                "|100|0|10.5|0|0|0|0|0|0|0.5|9.95|120.95|",
                                "|0|-100|0|-10.5|0|0|0|0|0|-0.5|-9.95|-120.95|");
        assertThat(match(text(note), ours("07", "FC01", 7, Standing.ACCEPTED))).isEmpty();
    }

    @Test
    void boletas_may_stand_on_one_line_as_a_range() {
        var range =
                FACTURA.replace("|01|F001|7||6|20100066603|", "|03|B001|1|2|-|-|")
                        .replace(
                                "|100|0|10.5|0|0|0|0|0|0|0.5|9.95|120.95|",
                                "|200|0|21|0|0|0|0|0|0|1|19.9|241.9|");
        var first = ours("03", "B001", 1, Standing.ACCEPTED);
        var second = ours("03", "B001", 2, Standing.OPEN);
        assertThat(match(text(range), first, second)).isEmpty();
        assertThat(match(text(range), first).getFirst().fields())
                .contains(new Field("documents", "1", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.5.1",
                "diez",
                "1e3000000000",
            })
    void what_is_no_amount_is_refused_with_its_place(String amount) {
        assertThatThrownBy(() -> match(text(FACTURA.replace("|100|", "|" + amount + "|")), OURS))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> {
                            assertThat(it.rule()).isEqualTo(ProposalRule.PROPOSAL_UNREADABLE);
                            assertThat(it.details())
                                    .containsEntry("line", "2")
                                    .containsEntry("column", "bigravada");
                        });
    }

    @Test
    void a_broken_zip_and_an_empty_one_are_refused() throws IOException {
        var whole = zip(text(FACTURA));
        for (var file : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[] {'P', 'K', 1})) {
            assertThatThrownBy(() -> ProposalFile.read(file))
                    .isInstanceOfSatisfying(
                            RuleViolated.class,
                            it ->
                                    assertThat(it.rule())
                                            .isEqualTo(ProposalRule.PROPOSAL_UNREADABLE));
        }
    }

    @Test
    void a_zip_that_unfolds_without_end_is_not_followed() throws IOException {
        var bomb = zip(new byte[33 * 1024 * 1024]);
        assertThatThrownBy(() -> ProposalFile.read(bomb))
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.details()).containsKey("limit"));
    }

    private static List<Difference> match(byte[] file, Entry... register) {
        return new ProposalMatcher(List.of(register)).match(ProposalFile.read(file));
    }

    private static byte[] text(String... lines) {
        return (HEADINGS + "\r\n" + String.join("\r\n", lines)).getBytes(UTF);
    }

    private static byte[] text(String line, Charset charset) {
        return (HEADINGS + "\r\n" + line).getBytes(charset);
    }

    private static byte[] zip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("LE2013131295520261100140400011112.txt"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
