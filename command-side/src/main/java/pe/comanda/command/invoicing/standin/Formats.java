package pe.comanda.command.invoicing.standin;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms that header, sums and lines share. */
final class Formats {
    static final String CENTS = "[0-9]{1,12}(\\.[0-9]{1,2})?";
    static final String TEN_DECIMALS = "[0-9]{1,12}(\\.[0-9]{1,10})?";
    static final String FACTOR = "[0-9]{1,3}(\\.[0-9]{1,5})?";

    /** Tributes of which a line bears one. */
    static final Set<String> KINDS_OF_SALE = Set.of("1000", "1016", "9995", "9996", "9997", "9998");

    static final Set<String> TRIBUTES =
            Set.of("1000", "1016", "2000", "7152", "9995", "9996", "9997", "9998", "9999");
    static final Set<String> ADJUSTMENTS =
            Set.of(
                    "00", "01", "02", "03", "04", "05", "06", "07", "20", "45", "46", "47", "48",
                    "49", "50", "51", "52", "53", "62", "63");
    static final String REASON = "AllowanceCharge/AllowanceChargeReasonCode";
    private static final String SCHEME = "TaxCategory/TaxScheme/";

    private Formats() {}

    static boolean isTwice(List<String> all) {
        return all.stream().collect(Collectors.toSet()).size() < all.size();
    }

    /** A text of so many characters on one line. */
    static boolean isText(String text, int from, int upTo) {
        return text.length() >= from
                && text.length() <= upTo
                && text.chars().noneMatch(it -> it == '\n' || it == '\r' || it == '\t');
    }

    static String schemeOf(Element tax, String name) {
        return Xml.text(tax, SCHEME + name);
    }

    static boolean isMisnamed(Element tax) {
        var name =
                switch (schemeOf(tax, "ID")) {
                    case "1000" -> "IGV";
                    case "9997" -> "EXO";
                    case "9998" -> "INA";
                    case "9996" -> "GRA";
                    case "7152" -> "ICBPER";
                    default -> schemeOf(tax, "Name");
                };
        return !schemeOf(tax, "Name").equals(name);
    }

    static boolean hasAnotherType(Element tax) {
        var type =
                switch (schemeOf(tax, "ID")) {
                    case "1000", "9997" -> "VAT";
                    case "9998", "9996" -> "FRE";
                    case "7152" -> "OTH";
                    default -> schemeOf(tax, "TaxTypeCode");
                };
        return !schemeOf(tax, "TaxTypeCode").equals(type);
    }

    /** Amount and base times factor, where there is a factor: a sol apart at most. */
    static boolean isOff(Element adjustment) {
        var factor = Received.number(Xml.text(adjustment, "MultiplierFactorNumeric"));
        var expected = Received.number(Xml.text(adjustment, "BaseAmount")).multiply(factor);
        return factor.signum() > 0
                && Received.number(Xml.text(adjustment, "Amount"))
                                .subtract(expected)
                                .abs()
                                .compareTo(BigDecimal.ONE)
                        > 0;
    }
}
