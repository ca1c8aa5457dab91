package pe.comanda.api.invoicing;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.invoicing.Paper;

import java.nio.charset.StandardCharsets;

/** Files over HTTP. */
final class Files {
    private Files() {}

    /** To be kept under its name. */
    static ResponseEntity<byte[]> attached(StoredFile file, MediaType type) {
        return sent(file, type, ContentDisposition.attachment());
    }

    /** To be looked at. */
    static ResponseEntity<byte[]> shown(StoredFile file, MediaType type) {
        return sent(file, type, ContentDisposition.inline());
    }

    /** What is printed on this. */
    static MediaType typeOf(Paper paper) {
        return switch (paper) {
            case A4, TICKET -> MediaType.APPLICATION_PDF;
            case ESC_POS -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }

    private static ResponseEntity<byte[]> sent(
            StoredFile file, MediaType type, ContentDisposition.Builder how) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(file.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .body(file.content());
    }
}
