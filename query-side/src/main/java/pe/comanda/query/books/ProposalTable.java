package pe.comanda.query.books;

import static pe.comanda.domain.invoicing.ProposalRule.PROPOSAL_UNREADABLE;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of one text of a proposal, read by their headings. */
final class ProposalTable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String COUNTS = "1";

    /** Headings of the SIRE's forty columns, as far as we compare them, by their place. */
    private static final Map<String, Integer> PLACES =
            Map.ofEntries(
                    Map.entry("ruc", 0),
                    Map.entry("periodo", 2),
                    Map.entry("fechadeemision", 4),
                    Map.entry("tipocpdoc", 6),
                    Map.entry("seriedelcdp", 7),
                    Map.entry("nrocpodocnroinicialrango", 8),
                    Map.entry("nrofinalrango", 9),
                    Map.entry("nrodocidentidad", 11),
                    Map.entry("bigravada", 14),
                    Map.entry("dsctobi", 15),
                    Map.entry("igvipm", 16),
                    Map.entry("dsctoigvipm", 17),
                    Map.entry("mtoexonerado", 18),
                    Map.entry("mtoinafecto", 19),
                    Map.entry("icbper", 23),
                    Map.entry("otrostributos", 24),
                    Map.entry("totalcp", 25),
                    Map.entry("moneda", 26),
                    Map.entry("estcomp", 34));

    private final List<String> rows;
    private final char parter;
    private final Map<String, Integer> places;

    private ProposalTable(List<String> rows, char parter, Map<String, Integer> places) {
        this.rows = rows;
        this.parter = parter;
        this.places = places;
    }

    static ProposalTable of(String text) {
        var rows = text.lines().toList();
        var first = rows.isEmpty() ? "" : rows.getFirst();
        var parter = first.indexOf('|') >= 0 ? '|' : ',';
        var headings = cells(first, parter).stream().map(ProposalTable::plain).toList();
        if (!headings.getFirst().equals("ruc")) {
            return new ProposalTable(rows, parter, PLACES);
        }
        var places = new HashMap<String, Integer>();
        for (var heading : PLACES.keySet()) {
            int at = headings.indexOf(heading);
            PROPOSAL_UNREADABLE.require(at >= 0, "column", heading);
            var unused = places.put(heading, at);
        }
        return new ProposalTable(rows, parter, places);
    }

    List<ProposalLine> lines() {
        var lines = new ArrayList<ProposalLine>();
        for (int i = places == PLACES ? 0 : 1; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                lines.add(new Row(i + 1, cells(rows.get(i), parter)).line());
            }
        }
        return lines;
    }

    private final class Row {
        private final int position;
        private final List<String> cells;

        Row(int position, List<String> cells) {
            this.position = position;
            this.cells = cells;
        }

        ProposalLine line() {
            int number = number("nrocpodocnroinicialrango");
            var last = text("nrofinalrango");
            return new ProposalLine(
                    text("ruc"),
                    text("periodo"),
                    text("tipocpdoc"),
                    text("seriedelcdp"),
                    number,
                    last.isEmpty() ? number : Math.max(number, number("nrofinalrango")),
                    day("fechadeemision"),
                    text("nrodocidentidad"),
                    amount("bigravada").plus(amount("dsctobi")),
                    amount("igvipm").plus(amount("dsctoigvipm")),
                    amount("mtoexonerado"),
                    amount("mtoinafecto"),
                    amount("icbper"),
                    amount("otrostributos"),
                    amount("totalcp"),
                    text("moneda"),
                    text("estcomp").equals(COUNTS));
        }

        private String text(String heading) {
            int at = places.getOrDefault(heading, -1);
            if (at >= cells.size()) {
                throw unreadable(heading);
            }
            return cells.get(at).strip();
        }

        private int number(String heading) {
            try {
                return Integer.parseInt(text(heading));
            } catch (NumberFormatException _) {
                throw unreadable(heading);
            }
        }

        private LocalDate day(String heading) {
            try {
                return LocalDate.parse(text(heading), DAY);
            } catch (DateTimeException _) {
                throw unreadable(heading);
            }
        }

        private Money amount(String heading) {
            var text = text(heading);
            try {
                return text.isEmpty() ? Money.ZERO : new Money(new BigDecimal(text));
            } catch (IllegalArgumentException _) {
                throw unreadable(heading);
            }
        }

        private RuntimeException unreadable(String heading) {
            return new RuleViolated(
                    PROPOSAL_UNREADABLE,
                    Map.of("line", String.valueOf(position), "column", heading));
        }
    }

    /** Commas within quotes part nothing. */
    private static List<String> cells(String row, char parter) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : row.toCharArray()) {
            if (letter == '"' && parter == ',') {
                quoted = !quoted;
            } else if (letter == parter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Headings are written with and without accents, points and blanks. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
