package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.sum;

import java.util.List;
import java.util.stream.Stream;

/**
 * What SUNAT checks on where the seller is and where the goods go. Whether an ubigeo or an
 * establishment exists (3239, 4199) is in registers that are not at hand: only their form is looked
 * at.
 */
final class AddressRules {
    private static final String SELLER =
            "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationAddress/";
    private static final String DELIVERY = "Delivery/DeliveryLocation/Address/";
    private static final String COUNTRY = "Country/IdentificationCode";

    static final List<Rule> ALL =
            List.of(
                    sum("3030", "4198", it -> it.text(SELLER + "AddressTypeCode").isEmpty()),
                    check("4242", it -> !it.text(SELLER + "AddressTypeCode").matches("|[0-9]{4}")),
                    check("4093", it -> !it.texts(SELLER + "ID").allMatch(AddressRules::isUbigeo)),
                    text("4094", SELLER + "AddressLine/Line", 3, 200),
                    text("4095", SELLER + "CitySubdivisionName", 1, 25),
                    text("4096", SELLER + "CityName", 1, 30),
                    text("4097", SELLER + "CountrySubentity", 1, 30),
                    text("4098", SELLER + "District", 1, 30),
                    check(
                            "4041",
                            it ->
                                    !Stream.of(SELLER, DELIVERY)
                                            .flatMap(address -> it.texts(address + COUNTRY))
                                            .allMatch("PE"::equals)),
                    check("4231", it -> !it.texts(DELIVERY + "ID").allMatch(AddressRules::isUbigeo))
                            .in(Received::isInvoice),
                    text("4236", DELIVERY + "AddressLine/Line", 3, 200).in(Received::isInvoice),
                    text("4238", DELIVERY + "CitySubdivisionName", 1, 25).in(Received::isInvoice),
                    text("4239", DELIVERY + "CityName", 1, 30).in(Received::isInvoice),
                    text("4240", DELIVERY + "CountrySubentity", 1, 30).in(Received::isInvoice),
                    text("4241", DELIVERY + "District", 1, 30).in(Received::isInvoice),
                    check(
                                    "4266",
                                    it ->
                                            !it.all(DELIVERY + "AddressLine/Line").isEmpty()
                                                    && !it.legends().contains("2005"))
                            .in(Received::isInvoice));

    private AddressRules() {}

    private static Rule text(String code, String path, int from, int upTo) {
        return check(
                code, it -> !it.rawTexts(path).allMatch(text -> Formats.isText(text, from, upTo)));
    }

    private static boolean isUbigeo(String text) {
        return text.matches("(0[1-9]|1[0-9]|2[0-5])[0-9]{4}");
    }
}
