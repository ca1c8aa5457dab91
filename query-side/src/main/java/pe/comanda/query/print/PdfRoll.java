package pe.comanda.query.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A roll as PDF: 80 mm wide and as long as it takes. Strips are gathered first, because the page
 * has to be as long as all of them.
 */
final class PdfRoll implements Roll {
    private static final float WIDTH = 80 * Sheet.MILLIMETRE;
    private static final float MARGIN = 4 * Sheet.MILLIMETRE;
    private static final float RIGHT = WIDTH - MARGIN;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final float INDENT = 8;
    private static final float QR = 34 * Sheet.MILLIMETRE;

    private final Sheet sheet;
    private final List<Strip> strips = new ArrayList<>();

    PdfRoll(String title, LocalDateTime made) {
        this.sheet = new Sheet(title, made);
    }

    private interface Drawing {
        void at(float top) throws IOException;
    }

    private record Strip(float height, Drawing drawing) {}

    @Override
    public byte[] printed() {
        float length = 2 * MARGIN;
        for (var strip : strips) {
            length += strip.height();
        }
        try (sheet) {
            sheet.newPage(WIDTH, length);
            float top = MARGIN;
            for (var strip : strips) {
                strip.drawing().at(top);
                top += strip.height();
            }
            return sheet.save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void left(String text, Weight weight, float size) {
        var face = face(weight);
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.write(row, face, size, MARGIN, top + size));
        }
    }

    @Override
    public void indented(String text, Weight weight, float size) {
        var face = face(weight);
        for (var row : face.wrap(text, size, INNER - INDENT)) {
            strip(size + 2, top -> sheet.write(row, face, size, MARGIN + INDENT, top + size));
        }
    }

    @Override
    public void centred(String text, Weight weight, float size) {
        var face = face(weight);
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.writeAround(row, face, size, WIDTH / 2, top + size));
        }
    }

    @Override
    public void pair(String name, String amount, Weight weight, float size) {
        var face = face(weight);
        strip(
                size + 3,
                top -> {
                    sheet.write(name, face, size, MARGIN, top + size);
                    sheet.writeUpTo(amount, face, size, RIGHT, top + size);
                });
    }

    @Override
    public void detail(String text, String amount, float small, float normal) {
        strip(
                normal + 3,
                top -> {
                    sheet.write(text, sheet.plain(), small, MARGIN + INDENT, top + small);
                    sheet.writeUpTo(amount, sheet.plain(), normal, RIGHT, top + small);
                });
    }

    @Override
    public void qr(String content) {
        strip(QR + 4, top -> sheet.qr(content, (WIDTH - QR) / 2, top + 2, QR));
    }

    @Override
    public void ruled() {
        strip(6, top -> sheet.rule(MARGIN, RIGHT, top + 3, 0.5f));
    }

    @Override
    public void space(float height) {
        strip(height, _ -> {});
    }

    private Typeface face(Weight weight) {
        return switch (weight) {
            case PLAIN -> sheet.plain();
            case BOLD -> sheet.bold();
        };
    }

    private void strip(float height, Drawing drawing) {
        strips.add(new Strip(height, drawing));
    }
}
