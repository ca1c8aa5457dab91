package pe.comanda.command.invoicing.sunat;

import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.invoicing.Tribute;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes one line, whatever kind of document it stands on. */
final class UblLine {
    private final UblXml xml;
    private final UblMoney money;
    private final String quantity;

    /**
     * @param quantity name of the element, by which the kinds of documents differ
     */
    UblLine(UblXml xml, UblMoney money, String quantity) {
        this.xml = xml;
        this.money = money;
        this.quantity = quantity;
    }

    void write(FiscalLine line) {
        xml.text("cbc:ID", line.position());
        xml.text(
                quantity,
                line.quantity(),
                "unitCode",
                line.unit(),
                "unitCodeListID",
                "UN/ECE rec 20",
                "unitCodeListAgencyName",
                UblNames.UNECE);
        money.amount("cbc:LineExtensionAmount", line.value());
        xml.element(
                "cac:PricingReference",
                () ->
                        xml.element(
                                "cac:AlternativeConditionPrice",
                                () -> {
                                    money.amount(
                                            "cbc:PriceAmount",
                                            line.isFree() ? line.unitValue() : line.unitPrice());
                                    xml.text(
                                            "cbc:PriceTypeCode",
                                            line.isFree() ? "02" : "01",
                                            "listName",
                                            "Tipo de Precio",
                                            "listAgencyName",
                                            UblNames.SUNAT,
                                            "listURI",
                                            UblNames.CATALOGUE + "16");
                                }));
        if (line.isDiscounted()) {
            var factor =
                    line.discount()
                            .value()
                            .divide(line.discountBase().value(), 5, RoundingMode.HALF_UP);
            money.allowanceCharge(false, "00", factor, line.discount(), line.discountBase());
        }
        xml.element(
                "cac:TaxTotal",
                () -> {
                    money.amount(
                            "cbc:TaxAmount",
                            (line.isFree() ? Money.ZERO : line.igv()).plus(line.icbper()));
                    lineTax(line);
                    if (line.bags() > 0) {
                        bags(line);
                    }
                });
        xml.element(
                "cac:Item",
                () -> {
                    xml.text("cbc:Description", line.description());
                    if (!line.code().isBlank()) {
                        xml.element(
                                "cac:SellersItemIdentification",
                                () -> xml.text("cbc:ID", line.code()));
                    }
                });
        xml.element(
                "cac:Price",
                () ->
                        money.amount(
                                "cbc:PriceAmount",
                                line.isFree() ? BigDecimal.ZERO : line.unitValue()));
    }

    private void lineTax(FiscalLine line) {
        xml.element(
                "cac:TaxSubtotal",
                () -> {
                    money.amount("cbc:TaxableAmount", line.value());
                    money.amount("cbc:TaxAmount", line.igv());
                    xml.element(
                            "cac:TaxCategory",
                            () -> {
                                xml.text("cbc:Percent", line.percent().toPlainString());
                                xml.text(
                                        "cbc:TaxExemptionReasonCode",
                                        line.affectation().code(),
                                        "listAgencyName",
                                        UblNames.SUNAT,
                                        "listName",
                                        "Afectacion del IGV",
                                        "listURI",
                                        UblNames.CATALOGUE + "07");
                                money.scheme(line.tribute());
                            });
                });
    }

    private void bags(FiscalLine line) {
        xml.element(
                "cac:TaxSubtotal",
                () -> {
                    money.amount("cbc:TaxAmount", line.icbper());
                    xml.text("cbc:BaseUnitMeasure", line.bags(), "unitCode", "NIU");
                    xml.element(
                            "cac:TaxCategory",
                            () -> {
                                money.amount("cbc:PerUnitAmount", line.icbperPerBag());
                                money.scheme(Tribute.ICBPER);
                            });
                });
    }
}
