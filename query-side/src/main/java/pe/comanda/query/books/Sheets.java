package pe.comanda.query.books;

import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a table for people: CSV (RFC 4180) and XLSX. */
final class Sheets {
    static final List<String> HEAD =
            List.of(
                    "Fecha de emisión",
                    "Fecha de vencimiento",
                    "Tipo",
                    "Serie",
                    "Número",
                    "Tipo doc. cliente",
                    "Doc. cliente",
                    "Cliente",
                    "Base gravada",
                    "Exonerado",
                    "Inafecto",
                    "Gratuito",
                    "IGV",
                    "ICBPER",
                    "Otros",
                    "Total",
                    "Moneda",
                    "Fecha doc. modificado",
                    "Tipo modificado",
                    "Serie modificada",
                    "Número modificado",
                    "Motivo de nota",
                    "Estado");

    /** Excel takes it for UTF-8 only behind this mark. */
    private static final String MARK = "\uFEFF";

    private Sheets() {}

    private static List<@Nullable Object> row(Entry entry) {
        var corrected = entry.corrected();
        return Arrays.asList(
                entry.issueDate(),
                entry.dueDate(),
                entry.type(),
                entry.series(),
                entry.number(),
                entry.buyerType(),
                entry.buyerNumber(),
                entry.buyerName(),
                entry.taxed(),
                entry.exonerated(),
                entry.notSubject(),
                entry.free(),
                entry.igv(),
                entry.icbper(),
                entry.others(),
                entry.total(),
                entry.currency(),
                corrected == null ? null : corrected.date(),
                corrected == null ? null : corrected.type(),
                corrected == null ? null : corrected.series(),
                corrected == null ? null : corrected.number(),
                entry.reason(),
                entry.voided() ? "ANULADO" : "VIGENTE");
    }

    static byte[] csv(List<Entry> entries) {
        return Stream.concat(
                        Stream.of(List.<@Nullable Object>copyOf(HEAD)),
                        entries.stream().map(Sheets::row))
                .map(row -> row.stream().map(Sheets::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (value instanceof String && !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0) {
            // A buyer's name must not become a formula in the accountant's program.
            text = "'" + text;
        }
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static byte[] xlsx(List<Entry> entries, YearMonth month) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Comanda", "1.0")) {
            var sheet = book.newWorksheet("Ventas " + month);
            for (int column = 0; column < HEAD.size(); column++) {
                sheet.value(0, column, HEAD.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            var rows = new ArrayList<>(entries);
            for (int row = 0; row < rows.size(); row++) {
                var values = row(rows.get(row));
                for (int column = 0; column < values.size(); column++) {
                    switch (values.get(column)) {
                        case null -> {}
                        case LocalDate date -> {
                            sheet.value(row + 1, column, date);
                            sheet.style(row + 1, column).format("dd/mm/yyyy").set();
                        }
                        case Money money -> {
                            sheet.value(row + 1, column, money.value());
                            sheet.style(row + 1, column).format("#,##0.00").set();
                        }
                        case Integer number -> sheet.value(row + 1, column, number);
                        case Object text -> sheet.value(row + 1, column, text.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
