package pe.comanda.domain.invoicing;

/** What SUNAT knows a document by. */
public record DocumentKey(Ruc ruc, DocumentType type, DocumentNumber number) {

    /** What its files are called, without ending: {@code 20131312955-01-F001-4}. */
    public String fileName() {
        return ruc + "-" + type.code() + "-" + number;
    }
}
