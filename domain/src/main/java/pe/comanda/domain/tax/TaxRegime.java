package pe.comanda.domain.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How an issuer is taxed. The rate of a document is that of its issue date in Lima: {@link
 * TaxRates}.
 */
public enum TaxRegime {
    GENERAL,
    /** Small restaurants in SUNAT's register (Ley 31556, prolonged by Ley 32219). */
    REDUCED_RESTAURANT,
    EXEMPT;

    /**
     * The rate as a fraction ({@code 0.105} is 10.5 %) for something taxed that is sold on this
     * Lima date.
     */
    public BigDecimal rateOn(LocalDate date) {
        return TaxRates.on(date, this);
    }
}
