package pe.comanda.query.invoicing.print;

import pe.comanda.domain.invoicing.FiscalLine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** On the roll of a till's printer: 80 mm wide, 72 mm of which can be printed on. */
final class TicketForm {
    private static final float WIDTH = 80 * Sheet.MILLIMETRE;
    private static final float MARGIN = 4 * Sheet.MILLIMETRE;
    private static final float RIGHT = WIDTH - MARGIN;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final float NORMAL = 8;
    private static final float SMALL = 7;
    private static final float QR = 34 * Sheet.MILLIMETRE;

    private final Sheet sheet;
    private final Printout printout;
    private final List<Piece> pieces = new ArrayList<>();

    TicketForm(Sheet sheet, Printout printout) {
        this.sheet = sheet;
        this.printout = printout;
    }

    private interface Drawing {
        void at(float top) throws IOException;
    }

    /** A strip of the roll. The roll is as long as all of them, so they are measured first. */
    private record Piece(float height, Drawing drawing) {}

    void print() throws IOException {
        issuer();
        identity();
        buyer();
        printout.document().amounts().lines().forEach(this::line);
        ruled();
        sums();
        closing();
        float length = 2 * MARGIN;
        for (var piece : pieces) {
            length += piece.height();
        }
        sheet.newPage(WIDTH, length);
        float top = MARGIN;
        for (var piece : pieces) {
            piece.drawing().at(top);
            top += piece.height();
        }
    }

    private void issuer() {
        var issuer = printout.document().issuer();
        if (!issuer.tradeName().isBlank()) {
            centred(issuer.tradeName(), sheet.bold(), 12);
        }
        centred(issuer.legalName(), sheet.bold(), NORMAL);
        centred("RUC " + issuer.ruc(), sheet.plain(), NORMAL);
        centred(Wording.address(issuer), sheet.plain(), SMALL);
        space(3);
    }

    private void identity() {
        var document = printout.document();
        ruled();
        centred(Wording.title(document.type()), sheet.bold(), 9);
        centred(document.number().toString(), sheet.bold(), 11);
        if (!printout.notice().isEmpty()) {
            centred(printout.notice(), sheet.bold(), NORMAL);
        }
        ruled();
    }

    private void buyer() {
        var document = printout.document();
        left("Emisión: " + Wording.MOMENT.format(document.issuedAt()), sheet.plain(), NORMAL);
        left("Cliente: " + name(), sheet.plain(), NORMAL);
        if (document.buyer().isIdentified()) {
            var identity = document.buyer().document();
            left(
                    Wording.identity(identity.type()) + ": " + identity.number(),
                    sheet.plain(),
                    NORMAL);
        }
        if (!document.buyer().address().isEmpty()) {
            left("Dirección: " + document.buyer().address(), sheet.plain(), NORMAL);
        }
        left("Forma de pago: " + Wording.payment(document), sheet.plain(), NORMAL);
        Wording.instalments(document).forEach(part -> left(part, sheet.plain(), SMALL));
        var correction = document.correction();
        if (correction != null) {
            left("Modifica: " + correction.number(), sheet.bold(), NORMAL);
            left("Motivo: " + correction.text(), sheet.plain(), NORMAL);
        }
        ruled();
        strip(
                NORMAL + 3,
                top -> {
                    sheet.write("Cant.  Descripción", sheet.bold(), SMALL, MARGIN, top + SMALL);
                    sheet.writeUpTo("Importe", sheet.bold(), SMALL, RIGHT, top + SMALL);
                });
    }

    private String name() {
        var name = printout.buyerName();
        return name == null ? "(datos eliminados a pedido del cliente)" : name;
    }

    private void line(FiscalLine line) {
        left(Wording.description(line), sheet.plain(), NORMAL);
        strip(
                NORMAL + 3,
                top -> {
                    sheet.write(
                            line.quantity()
                                    + " "
                                    + Wording.unit(line.unit())
                                    + " x "
                                    + Wording.listPrice(line),
                            sheet.plain(),
                            SMALL,
                            MARGIN + 8,
                            top + SMALL);
                    sheet.writeUpTo(
                            Wording.amount(Wording.lineTotal(line)),
                            sheet.plain(),
                            NORMAL,
                            RIGHT,
                            top + SMALL);
                });
        if (line.isDiscounted()) {
            var discount = "Descuento incluido: " + Wording.amount(Wording.taken(line));
            strip(
                    SMALL + 3,
                    top -> sheet.write(discount, sheet.plain(), SMALL, MARGIN + 8, top + SMALL));
        }
    }

    private void sums() {
        var document = printout.document();
        for (var sum : Wording.sums(document)) {
            pair(sum.name(), sum.amount(), sheet.plain(), NORMAL);
        }
        pair(
                "TOTAL " + Wording.symbol(document.currency()),
                Wording.amount(document.payable()),
                sheet.bold(),
                11);
        space(2);
    }

    private void closing() {
        ruled();
        Wording.legends(printout.document()).forEach(text -> left(text, sheet.plain(), SMALL));
        if (!printout.qr().isEmpty()) {
            strip(QR + 4, top -> sheet.qr(printout.qr(), (WIDTH - QR) / 2, top + 2, QR));
        }
        Wording.footer(printout).forEach(text -> centred(text, sheet.plain(), SMALL));
    }

    private void left(String text, Typeface face, float size) {
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.write(row, face, size, MARGIN, top + size));
        }
    }

    private void centred(String text, Typeface face, float size) {
        for (var row : face.wrap(text, size, INNER)) {
            strip(size + 2, top -> sheet.writeAround(row, face, size, WIDTH / 2, top + size));
        }
    }

    private void pair(String name, String amount, Typeface face, float size) {
        strip(
                size + 3,
                top -> {
                    sheet.write(name, face, size, MARGIN, top + size);
                    sheet.writeUpTo(amount, face, size, RIGHT, top + size);
                });
    }

    private void ruled() {
        strip(6, top -> sheet.rule(MARGIN, RIGHT, top + 3, 0.5f));
    }

    private void space(float height) {
        strip(height, _ -> {});
    }

    private void strip(float height, Drawing drawing) {
        pieces.add(new Piece(height, drawing));
    }
}
