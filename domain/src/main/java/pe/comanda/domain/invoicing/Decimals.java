package pe.comanda.domain.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One way to write a number, so that equal numbers are equal records. */
final class Decimals {
    private Decimals() {}

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
