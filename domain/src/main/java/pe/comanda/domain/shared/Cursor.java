package pe.comanda.domain.shared;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of things in the order of time ended: opaque to clients. */
public record Cursor(Instant at, String id) {

    /** The place that the text stands for; null for the empty text: from the start. */
    public static @Nullable Cursor of(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int cut = plain.indexOf('|');
            return new Cursor(Instant.parse(plain.substring(0, cut)), plain.substring(cut + 1));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException _) {
            throw MalformedValue.cursor();
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }
}
