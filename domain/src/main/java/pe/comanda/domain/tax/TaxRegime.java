package pe.comanda.domain.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How an issuer is taxed, with the rates by date. The rate of a document is that of its issue date
 * in Lima.
 *
 * <p>General: IGV and IPM add up to 18 % (D.S. 055-99-EF; Law 32387 moves points between the two,
 * the sum stays). Reduced, for small restaurants in SUNAT's register: Law 31556, prolonged by Law
 * 32219: 10 % until 2025, 10.5 % in 2026, 15 % in 2027, and the general rate from 2028.
 */
public enum TaxRegime {
    GENERAL,
    REDUCED_RESTAURANT,
    EXEMPT;

    private static final BigDecimal GENERAL_RATE = new BigDecimal("0.18");
    private static final LocalDate REDUCED_SINCE = LocalDate.of(2022, 9, 1);

    /**
     * The rate as a fraction ({@code 0.105} is 10.5 %) for something taxed that is sold on this
     * Lima date.
     */
    public BigDecimal rateOn(LocalDate date) {
        return switch (this) {
            case GENERAL -> GENERAL_RATE;
            case EXEMPT -> BigDecimal.ZERO;
            case REDUCED_RESTAURANT -> {
                if (date.isBefore(REDUCED_SINCE) || date.getYear() >= 2028) {
                    yield GENERAL_RATE;
                }
                yield switch (date.getYear()) {
                    case 2027 -> new BigDecimal("0.15");
                    case 2026 -> new BigDecimal("0.105");
                    default -> new BigDecimal("0.10");
                };
            }
        };
    }
}
