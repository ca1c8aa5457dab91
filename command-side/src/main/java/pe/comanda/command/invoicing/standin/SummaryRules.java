package pe.comanda.command.invoicing.standin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import pe.comanda.command.invoicing.standin.ReceivedSummary.Line;
import pe.comanda.domain.invoicing.DocumentKey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What SUNAT checks on daily summaries (RC 1.1) and notices of voiding (RA 1.0). */
final class SummaryRules {
    private static final int DAYS_TO_VOID = 7;
    private static final int DAYS_TO_TELL = 7;
    private static final String LATE = "4443";

    /** One check: a code, and what must not be. */
    record Check<T>(String code, Predicate<T> broken) {}

    private static final List<Check<ReceivedSummary>> HEADER =
            List.of(
                    new Check<>("2075", it -> it.text("UBLVersionID").isEmpty()),
                    new Check<>("2074", it -> !it.text("UBLVersionID").equals("2.0")),
                    new Check<>(
                            "2072",
                            it ->
                                    !it.text("CustomizationID")
                                            .equals(it.isVoiding() ? "1.0" : "1.1")),
                    new Check<>("2220", it -> !it.text("ID").equals(it.name().id())),
                    new Check<>("2346", it -> !it.name().day().equals(it.date("IssueDate"))),
                    new Check<>(
                            "2671",
                            it -> {
                                var reference = it.date("ReferenceDate");
                                return reference == null || reference.isAfter(it.name().day());
                            }),
                    new Check<>(
                            "1034",
                            it ->
                                    !it.text("AccountingSupplierParty/CustomerAssignedAccountID")
                                            .equals(it.name().ruc().value())),
                    new Check<>(
                            "2229",
                            it ->
                                    it.text(
                                                    "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName")
                                            .isEmpty()),
                    new Check<>(
                            "2228",
                            it ->
                                    !Formats.isText(
                                            it.text(
                                                    "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"),
                                            3,
                                            100)));

    private static final List<Check<ReceivedSummary>> OF_SUMMARIES =
            List.of(
                    new Check<>("2236", it -> it.name().day().isAfter(it.today())),
                    new Check<>(
                            "2219",
                            it -> it.text("AccountingSupplierParty/AdditionalAccountID").isEmpty()),
                    new Check<>(
                            "2218",
                            it ->
                                    !it.text("AccountingSupplierParty/AdditionalAccountID")
                                            .equals("6")));

    private static final List<Check<ReceivedSummary>> OF_NOTICES =
            List.of(
                    new Check<>("2301", it -> it.name().day().isAfter(it.today())),
                    new Check<>(
                            "2288",
                            it -> it.text("AccountingSupplierParty/AdditionalAccountID").isEmpty()),
                    new Check<>(
                            "2287",
                            it ->
                                    !it.text("AccountingSupplierParty/AdditionalAccountID")
                                            .equals("6")));

    private SummaryRules() {}

    /** The first code that a file breaks, or none. */
    static Optional<String> broken(
            ReceivedSummary file, Function<DocumentKey, Optional<StandInDocument>> registry) {
        var lines = file.lines();
        var ofLines = file.isVoiding() ? NoticeLineRules.ALL : SummaryLineRules.ALL;
        return first(HEADER, file)
                .or(() -> first(file.isVoiding() ? OF_NOTICES : OF_SUMMARIES, file))
                .or(() -> lines.stream().flatMap(line -> first(ofLines, line).stream()).findFirst())
                .or(() -> twice(file, lines))
                .or(
                        () ->
                                lines.stream()
                                        .flatMap(line -> known(line, registry).stream())
                                        .findFirst());
    }

    /** What is taken all the same. */
    static List<String> remarks(ReceivedSummary file) {
        var ofLines = file.isVoiding() ? NoticeLineRules.REMARKS : SummaryLineRules.REMARKS;
        return Stream.concat(
                        file.isVoiding() || !isLate(file) ? Stream.of() : Stream.of(LATE),
                        file.lines().stream()
                                .flatMap(
                                        line ->
                                                ofLines.stream()
                                                        .filter(it -> it.broken().test(line))
                                                        .map(Check::code)))
                .toList();
    }

    /** Every code that a file about documents can get for what it says. */
    static Stream<String> codes() {
        return Stream.concat(
                        Stream.concat(
                                        Stream.of(HEADER, OF_SUMMARIES, OF_NOTICES)
                                                .flatMap(List::stream),
                                        Stream.of(
                                                        NoticeLineRules.ALL,
                                                        NoticeLineRules.REMARKS,
                                                        SummaryLineRules.ALL,
                                                        SummaryLineRules.REMARKS)
                                                .flatMap(List::stream))
                                .map(Check::code),
                        Stream.of(
                                LATE, "2752", "2348", "3094", "3095", "3096", "2105", "2663",
                                "2398", "2987", "2323", "2282", "2989", "2990", "2957", "2375"))
                .distinct();
    }

    /** Later than seven days is taken with a remark. */
    private static boolean isLate(ReceivedSummary file) {
        var reference = file.date("ReferenceDate");
        return reference != null && file.today().isAfter(reference.plusDays(DAYS_TO_TELL));
    }

    private static <T> Optional<String> first(List<Check<T>> checks, T what) {
        return checks.stream()
                .filter(check -> check.broken().test(what))
                .map(Check::code)
                .findFirst();
    }

    private static Optional<String> twice(ReceivedSummary file, List<Line> lines) {
        if (lines.stream().map(line -> line.text("LineID")).distinct().count() < lines.size()) {
            return Optional.of("2752");
        }
        var told = lines.stream().collect(groupingBy(SummaryRules::named));
        return told.values().stream()
                .filter(of -> of.size() > 1)
                .flatMap(of -> twice(file, conditions(of), of.size()).stream())
                .findFirst();
    }

    private static Optional<String> twice(ReceivedSummary file, Set<String> conditions, int times) {
        if (file.isVoiding()) {
            return Optional.of("2348");
        }
        if (conditions.size() < times) {
            return Optional.of("3094");
        }
        if (conditions.containsAll(Set.of("1", "2"))) {
            return Optional.of("3095");
        }
        return conditions.containsAll(Set.of("2", "3")) ? Optional.of("3096") : Optional.empty();
    }

    private static Set<String> conditions(List<Line> lines) {
        return lines.stream().map(Line::condition).collect(toSet());
    }

    private static String named(Line line) {
        return line.type() + line.number();
    }

    /** Against what has been registered. */
    private static Optional<String> known(
            Line line, Function<DocumentKey, Optional<StandInDocument>> registry) {
        var key = line.key();
        var found = key == null ? Optional.<StandInDocument>empty() : registry.apply(key);
        var file = line.of();
        if (found.isEmpty()) {
            return line.condition().equals("1")
                    ? changed(line, registry)
                    : Optional.of(file.isVoiding() ? "2105" : "2663");
        }
        var document = found.get();
        if (!document.accepted()) {
            return Optional.of(file.isVoiding() ? "2398" : "2987");
        }
        if (document.voided()) {
            return Optional.of(file.isVoiding() ? "2323" : "2987");
        }
        return line.condition().equals("1") ? Optional.of("2282") : dates(line, document);
    }

    /** What a note changes is known, or told in the same file. */
    private static Optional<String> changed(
            Line line, Function<DocumentKey, Optional<StandInDocument>> registry) {
        var key = line.changed();
        if (key == null || line.of().lines().stream().anyMatch(it -> key.equals(it.key()))) {
            return Optional.empty();
        }
        var original = registry.apply(key);
        if (original.isEmpty()) {
            return Optional.of("2989");
        }
        return original.get().accepted() && !original.get().voided()
                ? Optional.empty()
                : Optional.of("2990");
    }

    private static Optional<String> dates(Line line, StandInDocument document) {
        var file = line.of();
        if (line.condition().equals("3") && isOver(document.issuedOn(), file.today())) {
            return Optional.of("2957");
        }
        return file.isVoiding() && !document.issuedOn().equals(file.date("ReferenceDate"))
                ? Optional.of("2375")
                : Optional.empty();
    }

    private static boolean isOver(LocalDate issued, LocalDate today) {
        return today.isAfter(issued.plusDays(DAYS_TO_VOID));
    }
}
