package pe.comanda.command.invoicing.sunat;

import java.nio.charset.StandardCharsets;

/** The beginning of somebody's page, in one line, for people to read. */
final class Excerpt {
    private static final int LENGTH = 200;

    private Excerpt() {}

    static String of(byte[] body) {
        var text =
                new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8)
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        return text.length() > LENGTH ? text.substring(0, LENGTH) : text;
    }
}
