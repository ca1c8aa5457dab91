package pe.comanda.domain.invoicing;

/** Why a credit note is issued (SUNAT catalogue 09), as far as a restaurant meets it. */
public enum CreditReason {
    ANNULMENT("01", Scope.WHOLE, true),
    WRONG_RUC("02", Scope.WHOLE, true),
    WRONG_DESCRIPTION("03", Scope.ANY, true),
    GLOBAL_DISCOUNT("04", Scope.AMOUNT, false),
    ITEM_DISCOUNT("05", Scope.AMOUNT, false),
    FULL_RETURN("06", Scope.WHOLE, true),
    ITEM_RETURN("07", Scope.LINES, true),
    BONUS("08", Scope.AMOUNT, false),
    LOWER_VALUE("09", Scope.ANY, true),
    OTHER("10", Scope.ANY, true),
    /** Other instalments of a factura on credit; takes nothing back (SUNAT 3259, 3260, 3315). */
    PAYMENT_TERMS("13", Scope.INSTALMENTS, false);

    private final String code;
    private final Scope scope;
    private final boolean ofBoletas;

    /** How much of a document such a note takes back. */
    private enum Scope {
        WHOLE,
        LINES,
        AMOUNT,
        INSTALMENTS,
        ANY
    }

    CreditReason(String code, Scope scope, boolean ofBoletas) {
        this.code = code;
        this.scope = scope;
        this.ofBoletas = ofBoletas;
    }

    /** Code of SUNAT's catalogue 09. */
    public String code() {
        return code;
    }

    /**
     * Whether the note undoes the sale's document, so that the order may have another one: the
     * wrong buyer, the wrong kind of document.
     */
    public boolean cancels() {
        return this == ANNULMENT || this == WRONG_RUC;
    }

    /** SUNAT remarks on 04, 05 and 08 where a boleta is changed (4367). */
    boolean fits(DocumentType original, NoteContent content) {
        if (original == DocumentType.BOLETA && !ofBoletas) {
            return false;
        }
        if (content.terms().isOnCredit() != (scope == Scope.INSTALMENTS)) {
            return false;
        }
        return switch (scope) {
            case INSTALMENTS -> true;
            case WHOLE -> content.isWhole();
            case LINES -> !content.parts().isEmpty();
            case AMOUNT -> content.amount() != null;
            case ANY -> true;
        };
    }

    static boolean cancels(String code) {
        return ANNULMENT.code.equals(code) || WRONG_RUC.code.equals(code);
    }
}
