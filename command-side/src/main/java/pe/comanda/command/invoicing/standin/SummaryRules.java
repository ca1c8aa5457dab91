package pe.comanda.command.invoicing.standin;

import pe.comanda.command.invoicing.standin.ReceivedSummary.Line;
import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What SUNAT checks on daily summaries (RC 1.1) and notices of voiding (RA 1.0). */
final class SummaryRules {
    private static final BigDecimal ANONYMOUS_UP_TO = Money.of("700.00").value();
    private static final int DAYS_TO_VOID = 7;

    /** One check: a code, and what must not be. */
    private record Check<T>(String code, Predicate<T> broken) {}

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
                                    it.text(
                                                            "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName")
                                                    .length()
                                            > 100));

    private static final List<Check<ReceivedSummary>> OF_SUMMARIES =
            List.of(
                    new Check<>("2236", it -> it.name().day().isAfter(it.today())),
                    new Check<>(
                            "2218",
                            it ->
                                    !it.text("AccountingSupplierParty/AdditionalAccountID")
                                            .equals("6")));

    private static final List<Check<ReceivedSummary>> OF_NOTICES =
            List.of(
                    new Check<>("2301", it -> it.name().day().isAfter(it.today())),
                    new Check<>(
                            "2287",
                            it ->
                                    !it.text("AccountingSupplierParty/AdditionalAccountID")
                                            .equals("6")));

    private static final List<Check<Line>> NOTICE_LINES =
            List.of(
                    new Check<>("2307", it -> it.text("LineID").isEmpty()),
                    new Check<>("2305", it -> !it.text("LineID").matches("[0-9]{1,5}")),
                    new Check<>("2309", it -> it.type().isEmpty()),
                    new Check<>("2308", it -> !Set.of("01", "07", "08").contains(it.type())),
                    new Check<>("2310", it -> !it.text("DocumentSerialID").matches("F[A-Z0-9]{3}")),
                    new Check<>("2312", it -> !it.text("DocumentNumberID").matches("[0-9]{1,8}")),
                    new Check<>("2315", it -> it.text("VoidReasonDescription").isEmpty()));

    private static final List<Check<Line>> SUMMARY_LINES =
            List.of(
                    new Check<>("2238", it -> !it.text("LineID").matches("[0-9]{1,5}")),
                    new Check<>("2242", it -> it.type().isEmpty()),
                    new Check<>("2241", it -> !Set.of("03", "07", "08").contains(it.type())),
                    new Check<>("2512", it -> it.number().isEmpty()),
                    new Check<>("2513", it -> !it.number().matches("B[A-Z0-9]{3}-[0-9]{1,8}")),
                    new Check<>("2522", it -> it.condition().isEmpty()),
                    new Check<>("2896", it -> !Set.of("1", "2", "3").contains(it.condition())),
                    new Check<>(
                            "2514",
                            it ->
                                    it.total().compareTo(ANONYMOUS_UP_TO) > 0
                                            && !it.has("AccountingCustomerParty")),
                    new Check<>(
                            "2015",
                            it ->
                                    it.has("AccountingCustomerParty")
                                            && it.text(
                                                            "AccountingCustomerParty/AdditionalAccountID")
                                                    .isEmpty()),
                    new Check<>(
                            "2524",
                            it ->
                                    !it.type().equals("03")
                                            && !it.condition().equals("3")
                                            && it.text(
                                                            "BillingReference/InvoiceDocumentReference/ID")
                                                    .isEmpty()),
                    new Check<>("2582", it -> it.type().equals("03") && it.has("BillingReference")),
                    new Check<>("2251", it -> it.text("TotalAmount").isEmpty()),
                    new Check<>("2278", it -> it.taxes("1000").isEmpty()),
                    new Check<>(
                            "2992",
                            it ->
                                    it.taxes("1000").stream()
                                            .anyMatch(
                                                    tax ->
                                                            Xml.text(tax, "TaxCategory/Percent")
                                                                    .isEmpty())));

    private SummaryRules() {}

    /** The first code that a file breaks, or none. */
    static Optional<String> broken(
            ReceivedSummary file, Function<DocumentKey, Optional<StandInDocument>> registry) {
        var lines = file.lines();
        return first(HEADER, file)
                .or(() -> first(file.isVoiding() ? OF_NOTICES : OF_SUMMARIES, file))
                .or(
                        () ->
                                lines.stream()
                                        .flatMap(
                                                line ->
                                                        first(
                                                                file.isVoiding()
                                                                        ? NOTICE_LINES
                                                                        : SUMMARY_LINES,
                                                                line)
                                                                .stream())
                                        .findFirst())
                .or(() -> twice(file, lines))
                .or(
                        () ->
                                lines.stream()
                                        .flatMap(line -> known(line, registry).stream())
                                        .findFirst());
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
        var told = lines.stream().map(line -> line.type() + line.number()).distinct().count();
        return told < lines.size()
                ? Optional.of(file.isVoiding() ? "2348" : "3094")
                : Optional.empty();
    }

    /** Against what has been registered. */
    private static Optional<String> known(
            Line line, Function<DocumentKey, Optional<StandInDocument>> registry) {
        var key = line.key();
        var found = key == null ? Optional.<StandInDocument>empty() : registry.apply(key);
        var file = line.of();
        if (found.isEmpty()) {
            return line.condition().equals("1")
                    ? Optional.empty()
                    : Optional.of(file.isVoiding() ? "2105" : "2663");
        }
        var document = found.get();
        if (!document.accepted()) {
            return Optional.of(file.isVoiding() ? "2398" : "2987");
        }
        if (document.voided()) {
            return Optional.of(file.isVoiding() ? "2323" : "2987");
        }
        if (line.condition().equals("1")) {
            return Optional.of("2282");
        }
        return dates(line, document);
    }

    private static Optional<String> dates(Line line, StandInDocument document) {
        var file = line.of();
        if (isOver(document.issuedOn(), file.today())) {
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
