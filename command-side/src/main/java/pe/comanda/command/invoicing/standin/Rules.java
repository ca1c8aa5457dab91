package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofFactura;

import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What SUNAT checks on a restaurant's documents, from its rule workbook of 12 February 2026. Not
 * all of it: what a restaurant can get wrong. Codes below 2000 leave the number free, the rest up
 * to 3999 burns it, 4xxx remarks.
 */
final class Rules {
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;
    private static final String BUYER = "AccountingCustomerParty/Party/";
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
                                                    .equals(it.key().type().code())),
                    check(
                            "1008",
                            it ->
                                    it.attribute(SELLER + "PartyIdentification/ID", "schemeID")
                                            .isEmpty()),
                    check(
                            "1007",
                            it ->
                                    !it.attribute(SELLER + "PartyIdentification/ID", "schemeID")
                                            .equals("6")),
                    check(
                            "1037",
                            it -> it.text(SELLER + "PartyLegalEntity/RegistrationName").isEmpty()));

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
                                            && it.attribute("InvoiceTypeCode", "listID").isEmpty()),
                    new Rule(
                            "3030",
                            "4198",
                            it ->
                                    it.text(
                                                    SELLER
                                                            + "PartyLegalEntity/RegistrationAddress/AddressTypeCode")
                                            .isEmpty()),
                    check("2014", it -> it.all(BUYER + "PartyIdentification/ID").isEmpty()),
                    check("2015", it -> it.buyerType().isEmpty()),
                    ofFactura("2800", it -> !it.buyerType().equals("6")),
                    check(
                            "2017",
                            it ->
                                    it.buyerType().equals("6")
                                            && !it.buyerNumber().matches("[0-9]{11}")),
                    // The register of taxpayers is not at hand; a number that cannot exist is not
                    // in it.
                    check(
                            "3202",
                            it -> it.buyerType().equals("6") && !Ruc.isValid(it.buyerNumber())),
                    check(
                            "2801",
                            it ->
                                    it.buyerType().equals("1")
                                            && !it.buyerNumber().matches("[0-9]{8}")),
                    check(
                            "2021",
                            it -> it.text(BUYER + "PartyLegalEntity/RegistrationName").isEmpty()),
                    check(
                            "2022",
                            it ->
                                    it.text(BUYER + "PartyLegalEntity/RegistrationName").length()
                                            < 3));

    private Rules() {}

    /** Checked before the number is looked up. */
    static List<Rule> form() {
        return FORM;
    }

    /** Checked after the signature, in this order. */
    static List<Rule> content() {
        return Stream.of(
                        DATES,
                        HEADER,
                        FormatRules.HEADER,
                        NoteRules.FORM,
                        LineRules.ALL,
                        LineFormatRules.ALL,
                        SumRules.ALL,
                        FormatRules.SUMS,
                        PaymentRules.ALL)
                .flatMap(List::stream)
                .toList();
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
