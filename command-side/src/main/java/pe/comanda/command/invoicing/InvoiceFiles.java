package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signed XML and SUNAT's word on it, byte for byte (to be kept five years: Código Tributario,
 * art. 87.7). Written once, never changed: a document that is built anew gets another file.
 */
@Component
class InvoiceFiles {
    private final JdbcClient sql;

    InvoiceFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param attempt how many attempts there had been (XML), or which brought it (CDR)
     * @param digest {@code ds:DigestValue} of an XML; empty for a CDR
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Kept(byte[] content, int attempt, String digest) {}

    /** Keeps a file; nothing where it is kept already. Returns its SHA-256, hexadecimal. */
    String keep(InvoiceId invoice, Owner owner, FileKind kind, DocumentKey key, Kept file) {
        var sha256 = sha256(file.content());
        var _ =
                sql.sql(
                                """
                                insert into invoice_file (invoice_id, kind, attempt, organization_id, branch_id, name,
                                    digest, sha256, content)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                invoice.value(),
                                kind.name(),
                                file.attempt(),
                                owner.organization(),
                                owner.mustHaveBranch(),
                                name(kind, key),
                                file.digest(),
                                sha256,
                                file.content())
                        .update();
        return sha256;
    }

    /** The XML that goes out. */
    SignedFile signed(InvoiceId invoice, DocumentKey key) {
        return latest(invoice, FileKind.XML)
                .map(file -> new SignedFile(key, file.content(), file.digest()))
                .orElseThrow(() -> new IllegalStateException("Nobody signed " + invoice));
    }

    /** The CDR that this attempt brought, where it brought one. */
    Optional<byte[]> cdrOf(InvoiceId invoice, int attempt) {
        return latest(invoice, FileKind.CDR)
                .filter(file -> file.attempt() == attempt)
                .map(Kept::content);
    }

    private Optional<Kept> latest(InvoiceId invoice, FileKind kind) {
        return sql.sql(
                        """
                        select content, attempt, digest from invoice_file
                        where invoice_id = ? and kind = ? order by attempt desc limit 1
                        """)
                .params(invoice.value(), kind.name())
                .query((row, _) -> new Kept(row.getBytes(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    private static String name(FileKind kind, DocumentKey key) {
        return switch (kind) {
            case XML -> key.fileName() + ".xml";
            case CDR -> "R-" + key.fileName() + ".zip";
        };
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
