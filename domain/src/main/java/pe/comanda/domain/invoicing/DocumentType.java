package pe.comanda.domain.invoicing;

/** Kinds of payment documents (SUNAT catalogue 01). */
public enum DocumentType {
    FACTURA("01"),
    BOLETA("03"),
    CREDIT_NOTE("07"),
    DEBIT_NOTE("08");

    private final String code;

    DocumentType(String code) {
        this.code = code;
    }

    /** Code of SUNAT's catalogue 01. */
    public String code() {
        return code;
    }

    public boolean isNote() {
        return this == CREDIT_NOTE || this == DEBIT_NOTE;
    }

    /** The kind with this code of catalogue 01. */
    public static DocumentType withCode(String code) {
        for (var type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("No document type has the code " + code);
    }
}
