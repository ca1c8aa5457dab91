package pe.comanda.query.books;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BooksQuery;
import pe.comanda.domain.invoicing.BooksQuery.ExportFiles;
import pe.comanda.domain.invoicing.BooksQuery.ExportRegister;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes registers and hands out the files of a month. */
@Component
class RegisterAnswers {
    private final Entries entries;
    private final JdbcClient sql;

    RegisterAnswers(Entries entries, JdbcClient sql) {
        this.entries = entries;
        this.sql = sql;
    }

    @QueryHandler
    StoredFile answer(
            ExportRegister query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        var month = query.month();
        var found = entries.of(organization, month);
        var ruc = ruc(organization);
        return switch (query.format()) {
            case RVIE ->
                    file(
                            SunatText.rvieName(ruc, month, found.isEmpty()),
                            SunatText.rvie(found, month).getBytes(StandardCharsets.UTF_8));
            case PLE ->
                    file(
                            SunatText.pleName(ruc, month, found.isEmpty()),
                            SunatText.ple(found, month).getBytes(StandardCharsets.UTF_8));
            case CSV -> file("ventas-" + ruc + "-" + month + ".csv", Sheets.csv(found));
            case XLSX -> file("ventas-" + ruc + "-" + month + ".xlsx", Sheets.xlsx(found, month));
        };
    }

    /** Rejected documents are among them: their files are to be kept too. */
    @QueryHandler
    Optional<StoredFile> answer(
            ExportFiles query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        record Kept(String name, byte[] content) {}
        int part = Math.max(1, query.part());
        var files =
                sql.sql(
                                """
                                with documents as (
                                    select invoice_id, type, series, number from book_document
                                    where organization_id = :organization and issue_date between :from and :to
                                    order by type, series, number limit :most offset :before)
                                select f.name, f.content from (
                                    select distinct on (invoice_id, kind) invoice_id, kind, name, content
                                    from invoice_file
                                    where organization_id = :organization
                                        and invoice_id in (select invoice_id from documents)
                                    order by invoice_id, kind, attempt desc) f
                                join documents d on d.invoice_id = f.invoice_id
                                order by d.type, d.series, d.number, f.kind desc
                                """)
                        .param("organization", organization)
                        .param("from", query.month().atDay(1))
                        .param("to", query.month().atEndOfMonth())
                        .param("most", BooksQuery.FILES_PER_PART)
                        .param("before", (part - 1L) * BooksQuery.FILES_PER_PART)
                        .query((row, _) -> new Kept(row.getString(1), row.getBytes(2)))
                        .list();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var kept : files) {
                var entry = new ZipEntry(kept.name());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(kept.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(
                file("comprobantes-" + query.month() + "-" + part + ".zip", bytes.toByteArray()));
    }

    /** Of the documents; else of nobody: there is nothing to register. */
    private String ruc(String organization) {
        var found =
                sql.sql(
                                """
                                select ruc from book_document where organization_id = ?
                                order by issued_at desc limit 1
                                """)
                        .param(organization)
                        .query(String.class)
                        .optional();
        return found.orElseThrow(() -> AccessRule.NOT_FOUND.broken("documents", List.of()));
    }

    private static StoredFile file(String name, byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return new StoredFile(name, content, HexFormat.of().formatHex(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
