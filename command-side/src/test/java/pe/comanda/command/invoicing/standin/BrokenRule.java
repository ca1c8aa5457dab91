package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.xml.sax.SAXException;

import pe.comanda.domain.invoicing.DocumentKey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of broken.tsv: a good document with something put in the place of something.
 *
 * @param known what SUNAT has of the document that it is about
 * @param which places: the first, the last, or all of them
 * @param changes pairs of a pattern and what is put in its place
 */
record BrokenRule(String code, String document, String known, String which, List<String> changes) {
    private static final Pattern LETTERS = Pattern.compile("\\{([0-9]+)}");

    static BrokenRule of(List<String> columns) {
        return new BrokenRule(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.subList(4, columns.size()));
    }

    boolean isAboutFile() {
        return Samples.OF_FILES.contains(document);
    }

    /** The letter by which rules.tsv calls this kind of document. */
    String kind() {
        return switch (document) {
            case "factura", "facturaOfEverything", "facturaNotSubject", "onCredit" -> "F";
            case "boleta", "everything", "boletaNotSubject" -> "B";
            case "credit", "creditOnBoleta", "moved" -> "C";
            case "debit", "debitOnBoleta" -> "D";
            default -> document.startsWith("notice") ? "V" : "S";
        };
    }

    /** The code that turns it down; where there is none, those that SUNAT remarks on. */
    List<String> answer() throws SAXException {
        var codes = isAboutFile() ? ofFile() : ofDocument();
        return codes.stream()
                .filter(it -> !it.startsWith("4"))
                .findFirst()
                .map(List::of)
                .orElse(codes);
    }

    private List<String> ofDocument() throws SAXException {
        var received = Samples.received(document, changed());
        return Stream.concat(
                        Rules.form().stream()
                                .filter(rule -> rule.broken().test(received))
                                .map(Rule::code),
                        Rules.broken(received, registry()))
                .toList();
    }

    private List<String> ofFile() throws SAXException {
        var received = Samples.receivedFile(document, changed());
        return SummaryRules.broken(received, registry())
                .map(List::of)
                .orElseGet(() -> SummaryRules.remarks(received));
    }

    private String changed() {
        var xml = Samples.xml(document);
        for (int i = 0; i < changes.size(); i += 2) {
            xml =
                    changed(
                            xml,
                            changes.get(i),
                            LETTERS.matcher(changes.get(i + 1))
                                    .replaceAll(it -> "x".repeat(Integer.parseInt(it.group(1)))));
        }
        return xml;
    }

    private String changed(String xml, String from, String to) {
        var pattern = Pattern.compile(from, Pattern.DOTALL);
        var found = pattern.matcher(xml);
        var starts = new ArrayList<Integer>();
        while (found.find()) {
            starts.add(found.start());
        }
        assertThat(starts).as("%s in %s", from, xml).isNotEmpty();
        if (which.equals("all")) {
            return pattern.matcher(xml).replaceAll(to);
        }
        var at = which.equals("last") ? starts.getLast() : starts.getFirst();
        return xml.substring(0, at) + pattern.matcher(xml.substring(at)).replaceFirst(to);
    }

    /** What SUNAT has of facturas and boletas: of notes it has none. */
    private Function<DocumentKey, Optional<StandInDocument>> registry() {
        return key ->
                known.equals("none") || key.type().isNote()
                        ? Optional.empty()
                        : Optional.of(
                                new StandInDocument(
                                        key,
                                        !known.equals("rejected"),
                                        "0",
                                        "",
                                        known.equals("cheap") ? "1.00" : "121.70",
                                        "",
                                        Instant.parse("2026-11-21T20:00:00Z"),
                                        issuedOn(),
                                        known.equals("onCredit"),
                                        known.equals("voided"),
                                        new byte[0]));
    }

    private LocalDate issuedOn() {
        return switch (known) {
            case "old" -> LocalDate.of(2026, 11, 10);
            case "otherDay" -> Samples.YESTERDAY.minusDays(1);
            default -> Samples.YESTERDAY;
        };
    }

    @Override
    public String toString() {
        return code + " on " + document;
    }
}
