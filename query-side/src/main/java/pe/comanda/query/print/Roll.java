package pe.comanda.query.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The roll of a till's printer: 80 mm wide, 72 mm of which can be printed on, and as long as it
 * takes. Strips are gathered first, because the paper has to be as long as all of them.
 */
public final class Roll {
    private static final float WIDTH = 80 * Sheet.MILLIMETRE;
    private static final float MARGIN = 4 * Sheet.MILLIMETRE;
    private static final float RIGHT = WIDTH - MARGIN;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final float INDENT = 8;
    private static final float QR = 34 * Sheet.MILLIMETRE;

    private final Sheet sheet;
    private final List<Strip> strips = new ArrayList<>();

    public Roll(Sheet sheet) {
        this.sheet = sheet;
    }

    private interface Drawing {
        void at(float top) throws IOException;
    }

    private record Strip(float height, Drawing drawing) {}

    /** Draws what was gathered. */
    public void print() throws IOException {
        float length = 2 * MARGIN;
        for (var strip : strips) {
            length += strip.height();
        }
        sheet.newPage(WIDTH, length);
        float top = MARGIN;
        for (var strip : strips) {
            strip.drawing().at(top);
            top += strip.height();
        }
    }

    public void left(String text, Typeface face, float size) {
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.write(row, face, size, MARGIN, top + size));
        }
    }

    public void indented(String text, Typeface face, float size) {
        for (var row : face.wrap(text, size, INNER - INDENT)) {
            strip(size + 2, top -> sheet.write(row, face, size, MARGIN + INDENT, top + size));
        }
    }

    public void centred(String text, Typeface face, float size) {
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.writeAround(row, face, size, WIDTH / 2, top + size));
        }
    }

    /** A text and an amount on one line. */
    public void pair(String name, String amount, Typeface face, float size) {
        strip(
                size + 3,
                top -> {
                    sheet.write(name, face, size, MARGIN, top + size);
                    sheet.writeUpTo(amount, face, size, RIGHT, top + size);
                });
    }

    /** How many at which price, small and indented, and what that comes to. */
    public void detail(String text, String amount, float small, float normal) {
        strip(
                normal + 3,
                top -> {
                    sheet.write(text, sheet.plain(), small, MARGIN + INDENT, top + small);
                    sheet.writeUpTo(amount, sheet.plain(), normal, RIGHT, top + small);
                });
    }

    public void qr(String content) {
        strip(QR + 4, top -> sheet.qr(content, (WIDTH - QR) / 2, top + 2, QR));
    }

    public void ruled() {
        strip(6, top -> sheet.rule(MARGIN, RIGHT, top + 3, 0.5f));
    }

    public void space(float height) {
        strip(height, _ -> {});
    }

    private void strip(float height, Drawing drawing) {
        strips.add(new Strip(height, drawing));
    }
}
