package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;

import pe.comanda.domain.invoicing.Ruc;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What SUNAT checks on who sells and who buys. The register of taxpayers is not at hand: a number
 * that cannot exist is not in it, any other is there, active and found.
 */
final class PartyRules {
    private static final String BUYER = "AccountingCustomerParty/Party/";
    private static final String SELLER = "AccountingSupplierParty/Party/";
    private static final String NAME = "PartyLegalEntity/RegistrationName";
    private static final String IDENTITY = "PartyIdentification/ID";

    /** Catalogue 06, and the dash for whoever does not say. */
    private static final Set<String> IDENTITIES =
            Set.of("0", "1", "4", "6", "7", "A", "B", "C", "D", "E", "F", "G", "-");

    private static final Set<String> OF_FOREIGNERS =
            Set.of("0", "4", "7", "A", "B", "C", "D", "E", "G");

    /** These leave the number free. */
    static final List<Rule> FORM =
            List.of(
                    check("1008", it -> sellerScheme(it).isEmpty()).in(Received::isInvoice),
                    check("1007", it -> !sellerScheme(it).equals("6")).in(Received::isInvoice),
                    check("1037", it -> it.text(SELLER + NAME).isEmpty())
                            .in(it -> !it.isDebitNote()),
                    check("1500", PartyRules::isMisnamed).in(Received::isDebitNote));

    static final List<Rule> ALL =
            List.of(
                    check("3029", it -> sellerScheme(it).isEmpty()).in(Received::isNote),
                    check("2511", it -> !sellerScheme(it).equals("6")).in(Received::isNote),
                    check("3089", it -> it.all(SELLER + "PartyIdentification").size() > 1)
                            .in(Received::isInvoice),
                    check("4338", it -> !isName(it, SELLER + NAME, 1, 1500))
                            .in(it -> !it.isDebitNote()),
                    check(
                                    "4092",
                                    it ->
                                            !isName(
                                                    it,
                                                    SELLER + "PartyName/Name",
                                                    it.isCreditNote() ? 3 : 1,
                                                    1500))
                            .in(it -> !it.isDebitNote()),
                    check("2014", it -> it.all(BUYER + IDENTITY).isEmpty()).in(Received::isInvoice),
                    check("2015", it -> it.buyerType().isEmpty()).in(Received::isInvoice),
                    check("2679", it -> it.buyerNumber().isEmpty() || it.buyerType().isEmpty())
                            .in(Received::isNote),
                    check("2016", it -> !IDENTITIES.contains(it.buyerType())).in(Received::isNote),
                    check("3090", it -> it.all(BUYER + "PartyIdentification").size() > 1)
                            .in(Received::isInvoice),
                    check("2800", it -> !mayHaveFacturas(it)).in(Received::isFactura),
                    check("2017", it -> isCompany(it) && !it.buyerNumber().matches("[0-9]{11}")),
                    check("3202", it -> isCompany(it) && !Ruc.isValid(it.buyerNumber()))
                            .in(Received::isInvoice),
                    check("1083", it -> isCompany(it) && !Ruc.isValid(it.buyerNumber()))
                            .in(Received::isNote),
                    check("2801", PartyRules::hasNoDni).in(Received::isFactura),
                    check("4207", PartyRules::hasNoDni).in(Received::isBoleta),
                    // A factura of a foreigner is turned down for being one (2800).
                    check(
                                    "4208",
                                    it ->
                                            OF_FOREIGNERS.contains(it.buyerType())
                                                    && !it.buyerNumber().matches("\\S{1,15}"))
                            .in(Received::isBoleta),
                    check("2021", it -> it.text(BUYER + NAME).isEmpty())
                            .in(it -> !it.isDebitNote()),
                    check("2022", it -> !isName(it, BUYER + NAME, 3, it.isInvoice() ? 1500 : 1000))
                            .in(it -> !it.isDebitNote()));

    private PartyRules() {}

    private static String sellerScheme(Received document) {
        return document.attribute(SELLER + IDENTITY, "schemeID");
    }

    private static boolean isCompany(Received document) {
        return document.buyerType().equals("6");
    }

    /** Where it says that somebody deducts it from their income tax (0112), a DNI will do. */
    private static boolean mayHaveFacturas(Received document) {
        return isCompany(document)
                || (document.buyerType().equals("1")
                        && document.attribute("InvoiceTypeCode", "listID").equals("0112"));
    }

    private static boolean hasNoDni(Received document) {
        return document.buyerType().equals("1") && !document.buyerNumber().matches("[0-9]{8}");
    }

    /** One code for every name of a debit note. */
    private static boolean isMisnamed(Received note) {
        return Stream.of(SELLER + NAME, BUYER + NAME).anyMatch(path -> note.text(path).isEmpty())
                || Stream.of(SELLER + NAME, SELLER + "PartyName/Name", BUYER + NAME)
                        .anyMatch(path -> !isName(note, path, 3, 1500));
    }

    private static boolean isName(Received document, String path, int from, int upTo) {
        return document.rawTexts(path).allMatch(text -> Formats.isText(text, from, upTo));
    }
}
