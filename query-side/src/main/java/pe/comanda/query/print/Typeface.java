package pe.comanda.query.print;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A typeface that every reader of PDF has. It knows Western letters; what else turns up in a name
 * is shown as a question mark rather than refusing to print.
 */
public record Typeface(PDFont font) {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    static Typeface plain() {
        return new Typeface(new PDType1Font(FontName.HELVETICA));
    }

    static Typeface bold() {
        return new Typeface(new PDType1Font(FontName.HELVETICA_BOLD));
    }

    public float width(String text, float size) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in lines no wider than this; a word that is wider by itself is cut. */
    public List<String> wrap(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : printable(text).strip().split(" +")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            var rest = word;
            while (width(rest, size) > width && rest.length() > 1) {
                int cut = rest.length() - 1;
                while (cut > 1 && width(rest.substring(0, cut), size) > width) {
                    cut--;
                }
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(rest);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    static String printable(String text) {
        var encoder = WESTERN.newEncoder();
        var out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(
                        point -> {
                            if (Character.isWhitespace(point) || point == 0xA0) {
                                out.append(' ');
                            } else if (Character.isBmpCodePoint(point)
                                    && !Character.isISOControl(point)
                                    && encoder.canEncode((char) point)
                                    && point != 0xAD) {
                                out.append((char) point);
                            } else {
                                out.append('?');
                            }
                        });
        return out.toString();
    }
}
