package pe.comanda.domain.tax;

import java.math.BigDecimal;

/** Whether a dish is taxed at all (SUNAT catalogue 07: 10, 20, 30). */
public enum TaxClass {
    TAXED("10"),
    EXONERATED("20"),
    NOT_SUBJECT("30");

    private final String affectation;

    TaxClass(String affectation) {
        this.affectation = affectation;
    }

    /** Code of SUNAT's catalogue 07. */
    public String affectation() {
        return affectation;
    }

    public BigDecimal rate(BigDecimal rateInForce) {
        return this == TAXED ? rateInForce : BigDecimal.ZERO;
    }
}
