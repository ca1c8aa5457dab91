package pe.comanda.query.shared;

import pe.comanda.domain.shared.MalformedValue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of things in the order of their ids ended: opaque to clients. */
public final class IdCursor {
    private static final String MARK = "|";

    private IdCursor() {}

    /** The id after which the next page starts; the empty text for the empty text. */
    public static String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.startsWith(MARK)) {
                return plain.substring(MARK.length());
            }
        } catch (IllegalArgumentException _) {
            throw MalformedValue.cursor();
        }
        throw MalformedValue.cursor();
    }

    public static String text(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + id).getBytes(StandardCharsets.UTF_8));
    }
}
