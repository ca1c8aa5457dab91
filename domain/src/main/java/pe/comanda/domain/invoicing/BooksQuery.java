package pe.comanda.domain.invoicing;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.LocalDate;

/**
 * What is asked of the books: documents, payments and orders side by side. Registers are those of
 * the whole taxpayer, because SUNAT knows no branches in them.
 */
public sealed interface BooksQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.BOOKS_READ;
    }

    @Override
    default String view() {
        return "books";
    }

    /**
     * Finds a document for whoever holds it in their hands: nobody else knows all of this. The door
     * asks on behalf of a buyer, who has no token.
     */
    record FindOnPaper(
            Ruc ruc, DocumentType type, DocumentNumber number, LocalDate date, Money total)
            implements BooksQuery<DocumentDoor> {
        @Override
        public Permission requires() {
            return Permission.INTERNAL;
        }
    }

    /** Where a document lies. */
    record DocumentDoor(String invoice, String organization, String branch) {}
}
