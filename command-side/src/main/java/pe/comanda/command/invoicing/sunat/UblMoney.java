package pe.comanda.command.invoicing.sunat;

import pe.comanda.domain.invoicing.Tribute;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts, charges and tributes, in the currency of one document. */
final class UblMoney {
    private final UblXml xml;
    private final String currency;

    UblMoney(UblXml xml, String currency) {
        this.xml = xml;
        this.currency = currency;
    }

    void amount(String name, Money amount) {
        xml.text(name, amount, "currencyID", currency);
    }

    void amount(String name, BigDecimal amount) {
        xml.text(name, amount.toPlainString(), "currencyID", currency);
    }

    void allowanceCharge(
            boolean charge, String reason, BigDecimal factor, Money amount, Money base) {
        xml.element(
                "cac:AllowanceCharge",
                () -> {
                    xml.text("cbc:ChargeIndicator", charge);
                    xml.text(
                            "cbc:AllowanceChargeReasonCode",
                            reason,
                            "listAgencyName",
                            UblNames.SUNAT,
                            "listName",
                            "Cargo/descuento",
                            "listURI",
                            UblNames.CATALOGUE + "53");
                    xml.text(
                            "cbc:MultiplierFactorNumeric",
                            factor.setScale(5, RoundingMode.HALF_UP).toPlainString());
                    amount("cbc:Amount", amount);
                    amount("cbc:BaseAmount", base);
                });
    }

    void scheme(Tribute tribute) {
        xml.element(
                "cac:TaxScheme",
                () -> {
                    xml.text(
                            "cbc:ID",
                            tribute.code(),
                            "schemeName",
                            "Codigo de tributos",
                            "schemeAgencyName",
                            UblNames.SUNAT,
                            "schemeURI",
                            UblNames.CATALOGUE + "05");
                    xml.text("cbc:Name", tribute.label());
                    xml.text("cbc:TaxTypeCode", tribute.international());
                });
    }
}
