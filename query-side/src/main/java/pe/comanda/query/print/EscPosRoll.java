package pe.comanda.query.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A roll as ESC/POS, the language of receipt printers: 48 letters a line in font A, in
 * Windows-1252, with the printer's own QR codes and a cut at the end.
 */
final class EscPosRoll implements Roll {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int COLUMNS = 48;
    private static final int INDENT = 2;
    private static final float DOUBLE_FROM = 13;
    private static final float TALL_FROM = 11;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    EscPosRoll() {
        send(ESC, '@'); // as switched on
        send(ESC, 't', 16); // code page WPC1252
    }

    /** The sizes that such printers have: as it is, twice as tall, or twice in both directions. */
    private enum Size {
        NORMAL(0x00, COLUMNS),
        TALL(0x01, COLUMNS),
        DOUBLE(0x11, COLUMNS / 2);

        private final int code;
        private final int columns;

        Size(int code, int columns) {
            this.code = code;
            this.columns = columns;
        }

        static Size of(float points) {
            return points >= DOUBLE_FROM ? DOUBLE : points >= TALL_FROM ? TALL : NORMAL;
        }
    }

    @Override
    public void left(String text, Weight weight, float size) {
        rows(text, weight, Size.of(size), 0, false);
    }

    @Override
    public void indented(String text, Weight weight, float size) {
        rows(text, weight, Size.of(size), INDENT, false);
    }

    @Override
    public void centred(String text, Weight weight, float size) {
        rows(text, weight, Size.of(size), 0, true);
    }

    @Override
    public void pair(String name, String amount, Weight weight, float size) {
        // Twice as wide, most sums would not fit beside their names.
        style(weight, Size.of(size) == Size.NORMAL ? Size.NORMAL : Size.TALL, false);
        apart(name, amount);
    }

    @Override
    public void detail(String text, String amount, float small, float normal) {
        style(Weight.PLAIN, Size.NORMAL, false);
        apart(" ".repeat(INDENT) + text, amount);
    }

    /** Model 2, six dots a module, correction Q, then the content, then print it. */
    @Override
    public void qr(String content) {
        style(Weight.PLAIN, Size.NORMAL, true);
        var data = content.getBytes(StandardCharsets.UTF_8);
        int length = data.length + 3;
        send(GS, '(', 'k', 4, 0, '1', 'A', '2', 0);
        send(GS, '(', 'k', 3, 0, '1', 'C', 6);
        send(GS, '(', 'k', 3, 0, '1', 'E', '2');
        send(GS, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
        out.writeBytes(data);
        send(GS, '(', 'k', 3, 0, '1', 'Q', '0');
        line("");
    }

    @Override
    public void ruled() {
        style(Weight.PLAIN, Size.NORMAL, false);
        line("-".repeat(COLUMNS));
    }

    /** Less than half a line is what lines have between them anyway. */
    @Override
    public void space(float height) {
        if (height >= 6) {
            line("");
        }
    }

    @Override
    public byte[] printed() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        all.writeBytes(new byte[] {GS, 'V', 'B', 3}); // feeds to the blade, and cuts
        return all.toByteArray();
    }

    private void rows(String text, Weight weight, Size size, int indent, boolean centred) {
        style(weight, size, centred);
        for (var row : wrapped(Typeface.printable(text).strip(), size.columns - indent)) {
            line(" ".repeat(indent) + row);
        }
    }

    private void apart(String name, String amount) {
        var right = Typeface.printable(amount);
        var rows = wrapped(Typeface.printable(name).stripTrailing(), COLUMNS - right.length() - 1);
        for (var row : rows.subList(0, rows.size() - 1)) {
            line(row);
        }
        var last = rows.getLast();
        line(last + " ".repeat(COLUMNS - last.length() - right.length()) + right);
    }

    /** At spaces where there are some; a word that is longer than a line is cut. */
    private static List<String> wrapped(String text, int columns) {
        var rows = new ArrayList<String>();
        var rest = text;
        while (rest.length() > columns) {
            int space = rest.lastIndexOf(' ', columns);
            int cut = space > columns / 3 ? space : columns;
            rows.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).strip();
        }
        rows.add(rest);
        return rows;
    }

    private void style(Weight weight, Size size, boolean centred) {
        send(ESC, 'a', centred ? 1 : 0);
        send(ESC, 'E', weight == Weight.BOLD ? 1 : 0);
        send(GS, '!', size.code);
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(WESTERN));
        out.write('\n');
    }

    private void send(int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }
}
