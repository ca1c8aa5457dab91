package pe.comanda.domain.invoicing;

import pe.comanda.domain.tax.TaxClass;

/** How IGV falls on a line (SUNAT catalogue 07), as far as a restaurant meets it. */
public enum Affectation {
    TAXED("10", Tribute.IGV),
    FREE_PRIZE("11", Tribute.FREE),
    FREE_DONATION("12", Tribute.FREE),
    FREE_WITHDRAWAL("13", Tribute.FREE),
    FREE_ADVERTISING("14", Tribute.FREE),
    /** A dish on the house. */
    FREE_BONUS("15", Tribute.FREE),
    FREE_FOR_STAFF("16", Tribute.FREE),
    EXONERATED("20", Tribute.EXONERATED),
    FREE_EXONERATED("21", Tribute.FREE),
    NOT_SUBJECT("30", Tribute.NOT_SUBJECT),
    FREE_NOT_SUBJECT("31", Tribute.FREE);

    private final String code;
    private final Tribute tribute;

    Affectation(String code, Tribute tribute) {
        this.code = code;
        this.tribute = tribute;
    }

    /** How a dish of this class is affected when it is sold. */
    public static Affectation of(TaxClass taxClass) {
        return switch (taxClass) {
            case TAXED, PLASTIC_BAG -> TAXED;
            case EXONERATED -> EXONERATED;
            case NOT_SUBJECT -> NOT_SUBJECT;
        };
    }

    /** How a dish of this class is affected when it is given away. */
    public static Affectation onTheHouse(TaxClass taxClass) {
        return switch (taxClass) {
            case TAXED, PLASTIC_BAG -> FREE_BONUS;
            case EXONERATED -> FREE_EXONERATED;
            case NOT_SUBJECT -> FREE_NOT_SUBJECT;
        };
    }

    /** Code of SUNAT's catalogue 07. */
    public String code() {
        return code;
    }

    public Tribute tribute() {
        return tribute;
    }

    /** Given away: shown at its value, and in no sum that anybody pays. */
    public boolean isFree() {
        return tribute == Tribute.FREE;
    }

    /** Whether the rate in force applies; also to what is given away but would be taxed. */
    public boolean bearsRate() {
        return code.charAt(0) == '1';
    }
}
