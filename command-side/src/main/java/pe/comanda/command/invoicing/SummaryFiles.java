package pe.comanda.command.invoicing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.InvoiceFiles.Kept;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryName;

import java.util.Optional;

/** The signed file and SUNAT's word on it, byte for byte. Written once, never changed. */
@Component
class SummaryFiles {
    private final JdbcClient sql;

    SummaryFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a file; nothing where it is kept already. Returns its SHA-256, hexadecimal. */
    String keep(
            SummaryId summary, String organization, FileKind kind, SummaryName name, Kept file) {
        var sha256 = InvoiceFiles.sha256(file.content());
        var _ =
                sql.sql(
                                """
                                insert into summary_file (summary_id, kind, attempt, organization_id, name, digest,
                                    sha256, content)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                summary.value(),
                                kind.name(),
                                file.attempt(),
                                organization,
                                switch (kind) {
                                    case XML -> name.fileName() + ".xml";
                                    case CDR -> "R-" + name.fileName() + ".zip";
                                },
                                file.digest(),
                                sha256,
                                file.content())
                        .update();
        return sha256;
    }

    /** The file that goes out. */
    byte[] signed(SummaryId summary) {
        return latest(summary, FileKind.XML)
                .map(Kept::content)
                .orElseThrow(() -> new IllegalStateException("Nobody signed " + summary));
    }

    /** The CDR that this attempt brought, where it brought one. */
    Optional<byte[]> cdrOf(SummaryId summary, int attempt) {
        return latest(summary, FileKind.CDR)
                .filter(file -> file.attempt() == attempt)
                .map(Kept::content);
    }

    private Optional<Kept> latest(SummaryId summary, FileKind kind) {
        return sql.sql(
                        """
                        select content, attempt, digest from summary_file
                        where summary_id = ? and kind = ? order by attempt desc limit 1
                        """)
                .params(summary.value(), kind.name())
                .query((row, _) -> new Kept(row.getBytes(1), row.getInt(2), row.getString(3)))
                .optional();
    }
}
