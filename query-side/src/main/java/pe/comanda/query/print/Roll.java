package pe.comanda.query.print;

import java.time.LocalDateTime;

/**
 * The roll of a till's printer: 80 mm wide, 72 mm of which can be printed on. Filled from the top,
 * then printed. Sizes are points, 72 to the inch; a printer that has a few sizes only takes the
 * nearest.
 */
public interface Roll {
    /** How thick letters are. */
    enum Weight {
        PLAIN,
        BOLD
    }

    /** A file to be looked at or printed by anything, made at this moment on the wall in Lima. */
    static Roll pdf(String title, LocalDateTime made) {
        return new PdfRoll(title, made);
    }

    /** What is sent to the printer as it is: the commands that receipt printers understand. */
    static Roll escPos() {
        return new EscPosRoll();
    }

    void left(String text, Weight weight, float size);

    void indented(String text, Weight weight, float size);

    void centred(String text, Weight weight, float size);

    /** A text and an amount on one line. */
    void pair(String name, String amount, Weight weight, float size);

    /** How many at which price, small and indented, and what that comes to. */
    void detail(String text, String amount, float small, float normal);

    /** A QR code with error correction Q (RS 113-2018, annex 6). */
    void qr(String content);

    void ruled();

    void space(float height);

    /** The whole of it, once. */
    byte[] printed();
}
