package pe.comanda.domain.invoicing;

/** Why a debit note is issued (SUNAT catalogue 10), as far as a restaurant meets it. */
public enum DebitReason {
    LATE_INTEREST("01"),
    HIGHER_VALUE("02"),
    PENALTY("03");

    private final String code;

    DebitReason(String code) {
        this.code = code;
    }

    /** Code of SUNAT's catalogue 10. */
    public String code() {
        return code;
    }

    /** A penalty is no price, so IGV does not fall on it (Ley del IGV, art. 14). */
    boolean isPrice() {
        return this != PENALTY;
    }
}
