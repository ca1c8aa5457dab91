package pe.comanda.domain.invoicing;

/**
 * A document that a file is about.
 *
 * @param reason for voiding; empty where it is added
 */
public record SummaryLine(
        InvoiceId invoice, DocumentKey document, Condition condition, String reason) {

    /** What is to become of it (SUNAT catalogue 19). */
    public enum Condition {
        ADD("1"),
        VOID("3");

        private final String code;

        Condition(String code) {
            this.code = code;
        }

        /** Code of SUNAT's catalogue 19. */
        public String code() {
            return code;
        }
    }
}
