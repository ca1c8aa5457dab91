package pe.comanda.domain.invoicing;

/** How a buyer is identified (SUNAT catalogue 06). */
public enum BuyerDocumentType {
    /** Nobody in particular: allowed on a boleta of up to S/ 700. */
    NONE("-"),
    NON_DOMICILED("0"),
    DNI("1"),
    FOREIGNER_CARD("4"),
    RUC("6"),
    PASSPORT("7"),
    DIPLOMATIC("A");

    private final String code;

    BuyerDocumentType(String code) {
        this.code = code;
    }

    /** Code of SUNAT's catalogue 06. */
    public String code() {
        return code;
    }
}
