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
        var plain = text.isEmpty() ? MARK : decoded(text);
        if (!plain.startsWith(MARK)) {
            throw MalformedValue.cursor();
        }
        return plain.substring(MARK.length());
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw MalformedValue.cursor();
        }
    }

    public static String text(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + id).getBytes(StandardCharsets.UTF_8));
    }
}
