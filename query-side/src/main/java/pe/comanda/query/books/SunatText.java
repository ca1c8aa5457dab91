package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Registers as SUNAT's programs load them: fields parted by bars, one document a line. */
final class SunatText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter PERIOD =
            DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);
    private static final String NONE = "0.00";
    private static final String NORMAL = "1";
    private static final String VOIDED = "2";

    private SunatText() {}

    /** Name of the file that replaces SUNAT's proposal in the SIRE. */
    static String rvieName(String ruc, YearMonth month, boolean empty) {
        return "LE%s%s0014040002%s%s12.txt"
                .formatted(ruc, PERIOD.format(month), "1", empty ? "0" : "1");
    }

    static String pleName(String ruc, YearMonth month, boolean empty) {
        return "LE%s%s00140100001%s11.txt".formatted(ruc, PERIOD.format(month), empty ? "0" : "1");
    }

    /** The forty columns of the RVIE. */
    static String rvie(List<Entry> entries, YearMonth month) {
        var lines = new StringBuilder();
        for (var entry : entries) {
            lines.append(String.join("|", rvie(entry, month))).append("\r\n");
        }
        return lines.toString();
    }

    /** The thirty-five columns of book 14.1, each closed by a bar. */
    static String ple(List<Entry> entries, YearMonth month) {
        var lines = new StringBuilder();
        for (var entry : entries) {
            lines.append(String.join("|", ple(entry, month))).append("|\r\n");
        }
        return lines.toString();
    }

    static List<String> rvie(Entry entry, YearMonth month) {
        var fields = new ArrayList<String>(40);
        fields.add(entry.ruc()); // 1
        fields.add(text(entry.legalName()));
        fields.add(PERIOD.format(month));
        fields.add(""); // 4: SUNAT's own code of the entry
        fields.add(day(entry.issueDate()));
        fields.add(day(entry.dueDate()));
        fields.add(entry.type());
        fields.add(entry.series());
        fields.add(String.valueOf(entry.number()));
        fields.add(""); // 10: final number, where many boletas were one line
        fields.add(entry.buyerType());
        fields.add(entry.buyerNumber());
        fields.add(text(entry.buyerName()));
        fields.add(NONE); // 14: export
        addBaseAndTax(fields, entry); // 15 to 18
        fields.add(amount(entry.exonerated()));
        fields.add(amount(entry.notSubject()));
        fields.add(NONE); // 21: ISC
        fields.add(NONE); // 22: base of IVAP
        fields.add(NONE); // 23: IVAP
        fields.add(amount(entry.icbper()));
        fields.add(amount(entry.others()));
        fields.add(amount(entry.total()));
        fields.add(entry.currency());
        fields.add(rate(entry)); // 28
        addCorrected(fields, entry.corrected()); // 29 to 32
        fields.add(""); // 33: project
        fields.add(entry.reason());
        fields.add(entry.voided() ? VOIDED : NORMAL); // 35
        fields.add(""); // 36: FOB
        fields.add(amount(entry.free()));
        fields.add("0101"); // 38: sale within the country
        fields.add(""); // 39: customs declaration
        fields.add(""); // 40: the user's own
        return List.copyOf(fields);
    }

    static List<String> ple(Entry entry, YearMonth month) {
        var fields = new ArrayList<String>(35);
        fields.add(PERIOD.format(month) + "00"); // 1
        fields.add(entry.type() + entry.series() + entry.number()); // 2: unique in the books
        fields.add("M1");
        fields.add(day(entry.issueDate()));
        fields.add(day(entry.dueDate()));
        fields.add(entry.type());
        fields.add(entry.series());
        fields.add(String.valueOf(entry.number()));
        fields.add(""); // 9: final number
        fields.add(entry.buyerType());
        fields.add(entry.buyerNumber());
        fields.add(text(entry.buyerName()));
        fields.add(NONE); // 13: export
        addBaseAndTax(fields, entry); // 14 to 17
        fields.add(amount(entry.exonerated()));
        fields.add(amount(entry.notSubject()));
        fields.add(NONE); // 20: ISC
        fields.add(NONE); // 21: base of IVAP
        fields.add(NONE); // 22: IVAP
        fields.add(amount(entry.icbper()));
        fields.add(amount(entry.others()));
        fields.add(amount(entry.total()));
        fields.add(entry.currency());
        fields.add(rate(entry)); // 27
        addCorrected(fields, entry.corrected()); // 28 to 31
        fields.add(""); // 32: contract
        fields.add(""); // 33: inconsistency of the exchange rate
        fields.add(""); // 34: how it was paid
        fields.add(entry.voided() ? VOIDED : NORMAL); // 35
        return List.copyOf(fields);
    }

    /**
     * Base, discount on the base, tax, discount on the tax. A discount given on the same document
     * is in its base already; the columns of discounts hold notes on earlier months, below zero.
     */
    private static void addBaseAndTax(List<String> fields, Entry entry) {
        var base = amount(entry.taxed());
        var tax = amount(entry.igv());
        fields.addAll(
                entry.discountsEarlierMonth()
                        ? List.of(NONE, base, NONE, tax)
                        : List.of(base, NONE, tax, NONE));
    }

    private static void addCorrected(List<String> fields, Entry.@Nullable Corrected corrected) {
        if (corrected == null) {
            fields.addAll(List.of("", "", "", ""));
            return;
        }
        fields.add(day(corrected.date()));
        fields.add(corrected.type());
        fields.add(corrected.series());
        fields.add(String.valueOf(corrected.number()));
    }

    private static String rate(Entry entry) {
        return entry.currency().equals("PEN") ? "1.000" : "";
    }

    private static String amount(Money money) {
        return money.toString();
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** A bar or a line's end in a name would move every column after it. */
    private static String text(String name) {
        return name.replace('|', ' ').replaceAll("\\s+", " ").strip();
    }
}
