package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.SubmissionDeadline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What SUNAT checks on a restaurant's documents, from its rule workbook of 12 February 2026. Not
 * all of it: what a restaurant can get wrong. Codes below 2000 leave the number free, the rest up
 * to 3999 burns it, 4xxx remarks.
 */
final class Rules {
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private static final String SELLER = "AccountingSupplierParty/Party/";

    private static final List<Rule> FORM =
            List.of(
                    check("1001", it -> !it.text("ID").matches("[FB][A-Z0-9]{3}-[0-9]{1,8}")),
                    check(
                            "1034",
                            it ->
                                    !it.text(SELLER + "PartyIdentification/ID")
                                            .equals(it.key().ruc().value())),
                    check(
                            "1035",
                            it -> !it.text("ID").startsWith(it.key().number().series() + "-")),
                    check(
                            "1036",
                            it -> !it.text("ID").matches("[^-]*-0*" + it.key().number().number())),
                    check("1004", it -> it.isInvoice() && it.text("InvoiceTypeCode").isEmpty()),
                    check(
                            "1003",
                            it ->
                                    it.isInvoice()
                                            && !it.text("InvoiceTypeCode")
                                                    .equals(it.key().type().code())));

    private static final List<Rule> DATES =
            List.of(
                    check("2108", it -> it.key().number().series().isOfFacturas() && isLate(it)),
                    check("1079", it -> !it.key().number().series().isOfFacturas() && isLate(it)),
                    check(
                            "2329",
                            it -> {
                                var issued = it.issued();
                                return issued == null || issued.isAfter(it.today().plusDays(2));
                            }));

    private static final List<Rule> HEADER =
            List.of(
                    check("2075", it -> it.text("UBLVersionID").isEmpty()),
                    check("2074", it -> !it.text("UBLVersionID").equals("2.1")),
                    check("2073", it -> it.text("CustomizationID").isEmpty()),
                    check("2072", it -> !it.text("CustomizationID").equals("2.0")),
                    check("2070", it -> it.text("DocumentCurrencyCode").isEmpty()),
                    check(
                            "3205",
                            it ->
                                    it.isInvoice()
                                            && it.attribute("InvoiceTypeCode", "listID")
                                                    .isEmpty()));

    private Rules() {}

    /** Checked before the number is looked up. */
    static List<Rule> form() {
        return Stream.concat(FORM.stream(), PartyRules.FORM.stream()).toList();
    }

    /** Checked after the signature, in this order. */
    static List<Rule> content() {
        return Stream.of(
                        DATES,
                        HEADER,
                        AddressRules.ALL,
                        PartyRules.ALL,
                        FormatRules.HEADER,
                        NoteRules.FORM,
                        LineFormatRules.ALL,
                        LineRules.ALL,
                        BagRules.ALL,
                        AllowanceRules.ALL,
                        FormatRules.SUMS,
                        SumRules.ALL,
                        PaymentRules.ALL,
                        CodeListRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** Every code that a document breaks after its signature, in SUNAT's order. */
    static Stream<String> broken(
            Received document, Function<DocumentKey, Optional<StandInDocument>> registry) {
        return Stream.concat(
                content().stream()
                        .filter(rule -> rule.broken().test(document))
                        .map(rule -> rule.codeFor(document)),
                NoteRules.broken(document, registry).stream());
    }

    /** Every code that a document of its own can get. */
    static Stream<String> codes() {
        return Stream.concat(
                        Stream.concat(form().stream(), content().stream())
                                .flatMap(rule -> Stream.of(rule.code(), rule.boletaCode())),
                        NoteRules.codesAgainstWhatIsKnown())
                .distinct();
    }

    /** SUNAT's tolerance on every amount: one sol. */
    static boolean isOff(BigDecimal amount, BigDecimal expected) {
        return amount.subtract(expected).abs().compareTo(TOLERANCE) > 0;
    }

    private static boolean isLate(Received document) {
        var issued = document.issued();
        return issued != null
                && document.today()
                        .isAfter(
                                SubmissionDeadline.lastDay(
                                        document.key().number().series(), issued));
    }
}
