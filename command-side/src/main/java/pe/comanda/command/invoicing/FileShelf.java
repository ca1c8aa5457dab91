package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A table of signed files and SUNAT's word on them, byte for byte (to be kept five years: Código
 * Tributario, art. 87.7). Written once, never changed: what is built anew gets another file.
 */
final class FileShelf {
    private final JdbcClient sql;
    private final String table;
    private final String key;

    /**
     * @param key the column that says whose file it is
     */
    FileShelf(JdbcClient sql, String table, String key) {
        this.sql = sql;
        this.table = table;
        this.key = key;
    }

    /**
     * @param attempt how many attempts there had been (XML), or which brought it (CDR)
     * @param digest {@code ds:DigestValue} of an XML; empty for a CDR
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    record Kept(byte[] content, int attempt, String digest) {}

    /**
     * Keeps a file; nothing where it is kept already. Returns its SHA-256, hexadecimal.
     *
     * @param base name without its ending
     */
    String keep(String id, Owner owner, FileKind kind, String base, Kept file) {
        var sha256 = sha256(file.content());
        var branch = owner.branch() == null ? "" : "branch_id, ";
        var statement =
                sql.sql(
                                "insert into %s (%s%s, kind, attempt, organization_id, name, digest, sha256, content)"
                                                .formatted(table, branch, key)
                                        + " values (%s:id, :kind, :attempt, :organization, :name, :digest, :sha256,"
                                                .formatted(branch.isEmpty() ? "" : ":branch, ")
                                        + " :content) on conflict do nothing")
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("attempt", file.attempt())
                        .param("organization", owner.organization())
                        .param("name", name(kind, base))
                        .param("digest", file.digest())
                        .param("sha256", sha256)
                        .param("content", file.content());
        var _ =
                (owner.branch() == null ? statement : statement.param("branch", owner.branch()))
                        .update();
        return sha256;
    }

    Optional<Kept> latest(String id, FileKind kind) {
        return sql.sql(
                        "select content, attempt, digest from %s where %s = ? and kind = ? order by attempt desc limit 1"
                                .formatted(table, key))
                .params(id, kind.name())
                .query((row, _) -> new Kept(row.getBytes(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    /** The CDR that this attempt brought, where it brought one. */
    Optional<byte[]> cdrOf(String id, int attempt) {
        return latest(id, FileKind.CDR)
                .filter(file -> file.attempt() == attempt)
                .map(Kept::content);
    }

    private static String name(FileKind kind, String base) {
        return switch (kind) {
            case XML -> base + ".xml";
            case CDR -> "R-" + base + ".zip";
        };
    }

    /** Hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
