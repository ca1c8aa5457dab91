package pe.comanda.domain.tax;

import java.math.BigDecimal;

/** How a dish is taxed (SUNAT catalogue 07: 10, 20, 30). */
public enum TaxClass {
    TAXED("10"),
    EXONERATED("20"),
    NOT_SUBJECT("30"),
    /** Taxed like a dish, and each one bears {@link Icbper} beside its price. */
    PLASTIC_BAG("10");

    private final String affectation;

    TaxClass(String affectation) {
        this.affectation = affectation;
    }

    /** Code of SUNAT's catalogue 07. */
    public String affectation() {
        return affectation;
    }

    public BigDecimal rate(BigDecimal rateInForce) {
        return switch (this) {
            case TAXED, PLASTIC_BAG -> rateInForce;
            case EXONERATED, NOT_SUBJECT -> BigDecimal.ZERO;
        };
    }
}
