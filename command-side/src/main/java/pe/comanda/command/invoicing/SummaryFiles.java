package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryName;

import java.util.Optional;

/** The signed files about documents and SUNAT's word on them. They belong to no branch. */
@Component
class SummaryFiles {
    private final FileShelf shelf;

    SummaryFiles(JdbcClient sql) {
        this.shelf = new FileShelf(sql, "summary_file", "summary_id");
    }

    /** Keeps a file; nothing where it is kept already. Returns its SHA-256, hexadecimal. */
    String keep(
            SummaryId summary, String organization, FileKind kind, SummaryName name, Kept file) {
        return shelf.keep(
                summary.value(), new Owner(organization, null), kind, name.fileName(), file);
    }

    /** The file that goes out. */
    byte[] signed(SummaryId summary) {
        return shelf.latest(summary.value(), FileKind.XML)
                .map(Kept::content)
                .orElseThrow(() -> new IllegalStateException("Nobody signed " + summary));
    }

    /** The CDR that this attempt brought, where it brought one. */
    Optional<byte[]> cdrOf(SummaryId summary, int attempt) {
        return shelf.cdrOf(summary.value(), attempt);
    }
}
