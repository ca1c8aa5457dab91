package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What SUNAT remarks on the attributes that say which catalogue a code is from. They may be left
 * out; what stands there has to be right.
 */
final class CodeListRules {
    private static final String SUNAT = "PE:SUNAT";
    private static final String UNECE = "United Nations Economic Commission for Europe";
    private static final String CATALOGUE = "urn:pe:gob:sunat:cpe:see:gem:catalogos:catalogo";

    private static final String CHANGED = "InvoiceDocumentReference/DocumentTypeCode";
    private static final String COUNTRY = "Country/IdentificationCode";
    private static final String PERSON = "Party/PartyIdentification/ID";
    private static final String TRIBUTE = "TaxScheme/ID";
    private static final String TYPE = "InvoiceTypeCode";
    private static final String[] QUANTITIES = {
        "InvoicedQuantity", "CreditedQuantity", "DebitedQuantity"
    };

    static final List<Rule> ALL =
            List.of(
                    label(
                            "4251",
                            "listAgencyName",
                            SUNAT,
                            TYPE,
                            CHANGED,
                            "ResponseCode",
                            "AddressTypeCode",
                            "AllowanceChargeReasonCode",
                            "PriceTypeCode",
                            "TaxExemptionReasonCode"),
                    label("4251", "listAgencyName", UNECE, "DocumentCurrencyCode", COUNTRY),
                    label("4252", "listName", "Tipo de Documento", TYPE, CHANGED),
                    label(
                            "4252",
                            "listName",
                            "Tipo de nota de credito",
                            "CreditNote/DiscrepancyResponse/ResponseCode"),
                    label(
                            "4252",
                            "listName",
                            "Tipo de nota de debito",
                            "DebitNote/DiscrepancyResponse/ResponseCode"),
                    label("4252", "listName", "Establecimientos anexos", "AddressTypeCode"),
                    label("4252", "listName", "Cargo/descuento", "AllowanceChargeReasonCode"),
                    label("4252", "listName", "Tipo de Precio", "PriceTypeCode"),
                    label("4252", "listName", "Afectacion del IGV", "TaxExemptionReasonCode"),
                    label("4252", "listName", "Currency", "DocumentCurrencyCode"),
                    label("4252", "listName", "Country", COUNTRY),
                    label("4253", "listURI", CATALOGUE + "01", TYPE, CHANGED),
                    label("4253", "listURI", CATALOGUE + "07", "TaxExemptionReasonCode"),
                    label(
                            "4253",
                            "listURI",
                            CATALOGUE + "09",
                            "CreditNote/DiscrepancyResponse/ResponseCode"),
                    label(
                            "4253",
                            "listURI",
                            CATALOGUE + "10",
                            "DebitNote/DiscrepancyResponse/ResponseCode"),
                    label("4253", "listURI", CATALOGUE + "16", "PriceTypeCode"),
                    label("4253", "listURI", CATALOGUE + "53", "AllowanceChargeReasonCode"),
                    label("4254", "listID", "ISO 4217 Alpha", "DocumentCurrencyCode"),
                    label("4254", "listID", "ISO 3166-1", COUNTRY),
                    label("4255", "schemeName", "Documento de Identidad", PERSON),
                    label("4255", "schemeName", "Codigo de tributos", TRIBUTE),
                    label("4255", "schemeName", "Ubigeos", "RegistrationAddress/ID", "Address/ID"),
                    label("4256", "schemeAgencyName", SUNAT, "CustomizationID", PERSON, TRIBUTE),
                    label(
                            "4256",
                            "schemeAgencyName",
                            "PE:INEI",
                            "RegistrationAddress/ID",
                            "Address/ID"),
                    label("4257", "schemeURI", CATALOGUE + "06", PERSON),
                    label("4257", "schemeURI", CATALOGUE + "05", TRIBUTE),
                    label("4258", "unitCodeListID", "UN/ECE rec 20", QUANTITIES),
                    label("4259", "unitCodeListAgencyName", UNECE, QUANTITIES),
                    label("4260", "name", "Tipo de [Oo]peracion", TYPE),
                    label("4261", "listSchemeURI", CATALOGUE + "51", TYPE));

    private CodeListRules() {}

    /**
     * @param wanted what the attribute says, where there is one, as a pattern
     * @param paths ends of paths to the elements that have it
     */
    private static Rule label(String code, String attribute, String wanted, String... paths) {
        Predicate<Element> broken =
                it -> it.hasAttribute(attribute) && !it.getAttribute(attribute).matches(wanted);
        return check(
                code,
                document ->
                        Arrays.stream(paths).flatMap(path -> at(document, path)).anyMatch(broken));
    }

    private static Stream<Element> at(Received document, String path) {
        var names = path.split("/", -1);
        return Xml.anywhere(document.xml(), names[names.length - 1]).stream()
                .filter(it -> isAt(it, names));
    }

    private static boolean isAt(Element element, String[] names) {
        Node at = element;
        for (int i = names.length - 1; i >= 0; i--) {
            if (at == null || !names[i].equals(at.getLocalName())) {
                return false;
            }
            at = at.getParentNode();
        }
        return true;
    }
}
