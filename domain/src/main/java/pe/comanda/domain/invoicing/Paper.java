package pe.comanda.domain.invoicing;

/** What a document is printed on. */
public enum Paper {
    /** A PDF of that size. */
    A4(".pdf"),
    /** The roll of a till's printer, 80 mm wide and as long as it takes, as PDF. */
    TICKET(".pdf"),
    /** The same roll as the commands that receipt printers understand, to be sent as they are. */
    ESC_POS(".escpos");

    private final String extension;

    Paper(String extension) {
        this.extension = extension;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }
}
