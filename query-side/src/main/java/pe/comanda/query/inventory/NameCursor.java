package pe.comanda.query.inventory;

import pe.comanda.domain.shared.MalformedValue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of names ended: opaque to clients. */
record NameCursor(String name, String id) {
    private static final NameCursor START = new NameCursor("", "");

    static NameCursor of(String text) {
        if (text.isEmpty()) {
            return START;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int cut = plain.indexOf('|');
            return new NameCursor(plain.substring(cut + 1), plain.substring(0, cut));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw MalformedValue.cursor();
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + "|" + name).getBytes(StandardCharsets.UTF_8));
    }
}
