package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A discount or charge on the whole document (SUNAT catalogue 53).
 *
 * @param factor the amount as a fraction of the base, up to five decimals
 */
public record Adjustment(Kind kind, Money base, Money amount, BigDecimal factor) {

    /** Which of them. */
    public enum Kind {
        DISCOUNT_ON_BASE("02"),
        DISCOUNT_AFTER_TAX("03"),
        /** Recargo al consumo, outside IGV (D.Ley 25988, fifth disposition). */
        SERVICE_CHARGE("46");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public boolean isCharge() {
            return this == SERVICE_CHARGE;
        }
    }

    public Adjustment {
        factor = Decimals.plain(factor);
    }

    /** An adjustment that was agreed as an amount. */
    static Adjustment of(Kind kind, Money base, Money amount) {
        return new Adjustment(
                kind, base, amount, amount.value().divide(base.value(), 5, RoundingMode.HALF_UP));
    }
}
