package pe.comanda.command.invoicing.sunat;

import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.Ruc;

/** Who issues, who buys, who signs. */
final class UblParties {
    static final String SIGNATURE_ID = "SignatureSP";

    private final UblXml xml;

    UblParties(UblXml xml) {
        this.xml = xml;
    }

    /** Who signs, and where in the file that is. */
    static void signature(UblXml xml, Ruc ruc, String name) {
        xml.element(
                "cac:Signature",
                () -> {
                    xml.text("cbc:ID", ruc);
                    xml.element(
                            "cac:SignatoryParty",
                            () -> {
                                xml.element(
                                        "cac:PartyIdentification", () -> xml.text("cbc:ID", ruc));
                                xml.element("cac:PartyName", () -> xml.text("cbc:Name", name));
                            });
                    xml.element(
                            "cac:DigitalSignatureAttachment",
                            () ->
                                    xml.element(
                                            "cac:ExternalReference",
                                            () -> xml.text("cbc:URI", "#" + SIGNATURE_ID)));
                });
    }

    void supplier(Issuer issuer) {
        identification("6", issuer.ruc().value());
        if (!issuer.tradeName().isBlank()) {
            xml.element("cac:PartyName", () -> xml.text("cbc:Name", issuer.tradeName()));
        }
        xml.element(
                "cac:PartyLegalEntity",
                () -> {
                    xml.text("cbc:RegistrationName", issuer.legalName());
                    xml.element(
                            "cac:RegistrationAddress",
                            () -> {
                                var address = issuer.address();
                                xml.optional(
                                        "cbc:ID",
                                        address.ubigeo(),
                                        "schemeAgencyName",
                                        "PE:INEI",
                                        "schemeName",
                                        "Ubigeos");
                                xml.text(
                                        "cbc:AddressTypeCode",
                                        issuer.establishment(),
                                        "listAgencyName",
                                        UblNames.SUNAT,
                                        "listName",
                                        "Establecimientos anexos");
                                xml.optional("cbc:CityName", address.province());
                                xml.optional("cbc:CountrySubentity", address.department());
                                xml.optional("cbc:District", address.district());
                                if (!address.line().isBlank()) {
                                    xml.element(
                                            "cac:AddressLine",
                                            () -> xml.text("cbc:Line", address.line()));
                                }
                                xml.element(
                                        "cac:Country",
                                        () ->
                                                xml.text(
                                                        "cbc:IdentificationCode",
                                                        "PE",
                                                        "listID",
                                                        "ISO 3166-1",
                                                        "listAgencyName",
                                                        UblNames.UNECE,
                                                        "listName",
                                                        "Country"));
                            });
                });
    }

    void customer(Buyer buyer) {
        identification(buyer.document().type().code(), buyer.document().number());
        xml.element(
                "cac:PartyLegalEntity",
                () -> {
                    xml.text("cbc:RegistrationName", buyer.name());
                    if (buyer.address().length() >= 3) {
                        xml.element(
                                "cac:RegistrationAddress",
                                () ->
                                        xml.element(
                                                "cac:AddressLine",
                                                () -> xml.text("cbc:Line", buyer.address())));
                    }
                });
    }

    private void identification(String type, String number) {
        xml.element(
                "cac:PartyIdentification",
                () ->
                        xml.text(
                                "cbc:ID",
                                number,
                                "schemeID",
                                type,
                                "schemeName",
                                "Documento de Identidad",
                                "schemeAgencyName",
                                UblNames.SUNAT,
                                "schemeURI",
                                UblNames.CATALOGUE + "06"));
    }
}
