package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;

import java.util.Optional;

/** The signed XML of documents and SUNAT's word on them. */
@Component
class InvoiceFiles {
    private final FileShelf shelf;

    InvoiceFiles(JdbcClient sql) {
        this.shelf = new FileShelf(sql, "invoice_file", "invoice_id");
    }

    /** Keeps a file; nothing where it is kept already. Returns its SHA-256, hexadecimal. */
    String keep(InvoiceId invoice, Owner owner, FileKind kind, DocumentKey key, Kept file) {
        return shelf.keep(invoice.value(), owner, kind, key.fileName(), file);
    }

    /** Where the next XML is kept: behind every earlier one, none of which is ever replaced. */
    int nextXml(InvoiceId invoice, int attempts) {
        return shelf.latest(invoice.value(), FileKind.XML)
                .map(earlier -> Math.max(attempts, earlier.attempt() + 1))
                .orElse(attempts);
    }

    /** The XML that goes out. */
    SignedFile signed(InvoiceId invoice, DocumentKey key) {
        return shelf.latest(invoice.value(), FileKind.XML)
                .map(file -> new SignedFile(key, file.content(), file.digest()))
                .orElseThrow(() -> new IllegalStateException("Nobody signed " + invoice));
    }

    /** The CDR that this attempt brought, where it brought one. */
    Optional<byte[]> cdrOf(InvoiceId invoice, int attempt) {
        return shelf.cdrOf(invoice.value(), attempt);
    }
}
