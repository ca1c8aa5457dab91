package pe.comanda.domain.invoicing;

/**
 * What a note changes, and why.
 *
 * @param reason code of SUNAT's catalogue 09 (credit notes) or 10 (debit notes)
 */
public record Correction(DocumentType type, DocumentNumber number, String reason, String text) {}
