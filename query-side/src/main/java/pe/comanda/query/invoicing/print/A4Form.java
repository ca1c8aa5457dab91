package pe.comanda.query.invoicing.print;

import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.query.print.Sheet;
import pe.comanda.query.print.Typeface;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** On A4, as many pages as the lines take; the head of the table stands on each. */
final class A4Form {
    private static final float WIDTH = 210 * Sheet.MILLIMETRE;
    private static final float HEIGHT = 297 * Sheet.MILLIMETRE;
    private static final float LEFT = 15 * Sheet.MILLIMETRE;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float BOTTOM = HEIGHT - 15 * Sheet.MILLIMETRE;
    private static final float BOX = 70 * Sheet.MILLIMETRE;
    private static final float QR = 32 * Sheet.MILLIMETRE;
    private static final float SIZE = 9;
    private static final float ROW = 12;

    /** Where the columns are: left edges of texts, right edges of numbers. */
    private static final float QUANTITY = LEFT + 36;

    private static final float UNIT = LEFT + 46;
    private static final float DESCRIPTION = LEFT + 82;
    private static final float PRICE = RIGHT - 132;
    private static final float DISCOUNT = RIGHT - 68;
    private static final float AMOUNT = RIGHT - 4;

    private final Sheet sheet;
    private final Printout printout;
    private float y;

    A4Form(Sheet sheet, Printout printout) {
        this.sheet = sheet;
        this.printout = printout;
    }

    void print() throws IOException {
        sheet.newPage(WIDTH, HEIGHT);
        y = LEFT;
        head();
        buyer();
        tableHead();
        for (var line : printout.document().amounts().lines()) {
            line(line);
        }
        sheet.rule(LEFT, RIGHT, y, 0.8f);
        y += 10;
        closing();
    }

    private void head() throws IOException {
        var document = printout.document();
        var issuer = document.issuer();
        float box = RIGHT - BOX;
        float middle = box + BOX / 2;
        sheet.box(box, y, BOX, 78);
        sheet.writeAround("RUC " + issuer.ruc(), sheet.bold(), 12, middle, y + 20);
        sheet.shade(box + 0.4f, y + 29, BOX - 0.8f, 21, 0.9f);
        sheet.writeAround(Wording.title(document.type()), sheet.bold(), 11, middle, y + 43.5f);
        sheet.writeAround(document.number().toString(), sheet.bold(), 13, middle, y + 67);

        float top = y;
        float width = box - LEFT - 14;
        if (!issuer.tradeName().isBlank()) {
            paragraph(issuer.tradeName(), sheet.bold(), 16, LEFT, width);
            y += 2;
        }
        paragraph(issuer.legalName(), sheet.bold(), 10, LEFT, width);
        if (!issuer.address().equals(IssuerAddress.UNKNOWN)) {
            paragraph(Wording.address(issuer), sheet.plain(), SIZE, LEFT, width);
        }
        paragraph("Establecimiento " + issuer.establishment(), sheet.plain(), SIZE, LEFT, width);
        y = Math.max(y, top + 78) + 12;
        for (var notice : printout.notices()) {
            sheet.shade(LEFT, y, RIGHT - LEFT, 18, 0.88f);
            sheet.writeAround(notice, sheet.bold(), 10, WIDTH / 2, y + 12.5f);
            y += 26;
        }
    }

    private void buyer() throws IOException {
        var document = printout.document();
        var fields = new ArrayList<Wording.Sum>();
        fields.add(new Wording.Sum("Cliente", Wording.buyer(printout)));
        var buyer = document.buyer();
        if (buyer.isIdentified()) {
            fields.add(
                    new Wording.Sum(
                            Wording.identity(buyer.document().type()), buyer.document().number()));
        }
        if (!buyer.address().isEmpty()) {
            fields.add(new Wording.Sum("Dirección", buyer.address()));
        }
        fields.add(new Wording.Sum("Emisión", Wording.MOMENT.format(document.issuedAt())));
        fields.add(new Wording.Sum("Moneda", Wording.currency(document.currency())));
        if (Wording.saysHowItIsPaid(document)) {
            fields.add(new Wording.Sum("Forma de pago", payment()));
        }
        var correction = document.correction();
        if (correction != null) {
            fields.add(
                    new Wording.Sum(
                            "Modifica",
                            Wording.named(correction.type()).substring(3)
                                    + " "
                                    + correction.number()));
            fields.add(new Wording.Sum("Motivo", correction.text()));
        }
        float top = y;
        y += 6;
        for (var field : fields) {
            sheet.write(field.name() + ":", sheet.bold(), SIZE, LEFT + 8, y + SIZE);
            paragraph(field.amount(), sheet.plain(), SIZE, LEFT + 104, RIGHT - LEFT - 112);
        }
        y += 6;
        sheet.box(LEFT, top, RIGHT - LEFT, y - top);
        y += 12;
    }

    private String payment() {
        var instalments = Wording.instalments(printout.document());
        return instalments.isEmpty()
                ? Wording.payment(printout.document())
                : Wording.payment(printout.document()) + ". " + String.join(". ", instalments);
    }

    private void tableHead() throws IOException {
        sheet.shade(LEFT, y, RIGHT - LEFT, 18, 0.9f);
        float base = y + 12.5f;
        sheet.writeUpTo("Cant.", sheet.bold(), SIZE, QUANTITY, base);
        sheet.write("Unid.", sheet.bold(), SIZE, UNIT, base);
        sheet.write("Descripción", sheet.bold(), SIZE, DESCRIPTION, base);
        sheet.writeUpTo("P. unitario", sheet.bold(), SIZE, PRICE, base);
        sheet.writeUpTo("Descuento", sheet.bold(), SIZE, DISCOUNT, base);
        sheet.writeUpTo("Importe", sheet.bold(), SIZE, AMOUNT, base);
        y += 22;
    }

    private void line(FiscalLine line) throws IOException {
        var rows = sheet.plain().wrap(Wording.description(line), SIZE, PRICE - 52 - DESCRIPTION);
        if (y + rows.size() * ROW > BOTTOM) {
            sheet.rule(LEFT, RIGHT, y, 0.8f);
            anotherPage();
            tableHead();
        }
        float base = y + SIZE;
        sheet.writeUpTo(line.quantity().toString(), sheet.plain(), SIZE, QUANTITY, base);
        sheet.write(Wording.unit(line.unit()), sheet.plain(), SIZE, UNIT, base);
        sheet.writeUpTo(Wording.listPrice(line).toPlainString(), sheet.plain(), SIZE, PRICE, base);
        if (line.isDiscounted()) {
            sheet.writeUpTo(
                    Wording.amount(Wording.taken(line)), sheet.plain(), SIZE, DISCOUNT, base);
        }
        sheet.writeUpTo(Wording.amount(Wording.lineTotal(line)), sheet.plain(), SIZE, AMOUNT, base);
        for (var row : rows) {
            sheet.write(row, sheet.plain(), SIZE, DESCRIPTION, y + SIZE);
            y += ROW;
        }
        y += 2;
    }

    /**
     * Sums on the right; words, QR code and hash on the left. Never parted by the end of a page.
     */
    private void closing() throws IOException {
        var document = printout.document();
        var sums = Wording.sums(document);
        float textWidth = PRICE - 76 - LEFT;
        var words = wrapped(Wording.legends(document), textWidth);
        float leftHeight = words.size() * ROW + 8 + QR;
        float rightHeight = sums.size() * 15 + 34f;
        if (y + Math.max(leftHeight, rightHeight) > BOTTOM) {
            anotherPage();
        }
        float top = y;
        sums(sums);
        y = top;
        for (var row : words) {
            sheet.write(row, sheet.bold(), SIZE, LEFT, y + SIZE);
            y += ROW;
        }
        y += 8;
        var beside = LEFT;
        if (!printout.qr().isEmpty()) {
            sheet.qr(printout.qr(), LEFT - 4, y, QR);
            beside = LEFT + QR + 4;
        }
        y += 12;
        for (var text : Wording.footer(printout)) {
            paragraph(text, sheet.plain(), 8, beside, PRICE - 64 - beside);
            y += 3;
        }
    }

    private void sums(List<Wording.Sum> sums) throws IOException {
        float from = PRICE - 50;
        for (var sum : sums) {
            sheet.write(sum.name(), sheet.plain(), SIZE, from, y + SIZE);
            sheet.writeUpTo(sum.amount(), sheet.plain(), SIZE, AMOUNT, y + SIZE);
            y += 15;
        }
        var document = printout.document();
        y += 4;
        sheet.shade(from - 6, y, RIGHT - from + 6, 22, 0.9f);
        sheet.write("TOTAL " + Wording.symbol(document.currency()), sheet.bold(), 11, from, y + 15);
        sheet.writeUpTo(Wording.amount(document.payable()), sheet.bold(), 11, AMOUNT, y + 15);
    }

    private List<String> wrapped(List<String> texts, float width) {
        var rows = new ArrayList<String>();
        texts.forEach(text -> rows.addAll(sheet.bold().wrap(text, SIZE, width)));
        return rows;
    }

    private void anotherPage() throws IOException {
        sheet.newPage(WIDTH, HEIGHT);
        y = LEFT;
        sheet.write(
                Wording.title(printout.document().type()) + " " + printout.document().number(),
                sheet.bold(),
                SIZE,
                LEFT,
                y + SIZE);
        sheet.writeUpTo("Página " + sheet.pages(), sheet.plain(), SIZE, RIGHT, y + SIZE);
        y += 20;
    }

    private void paragraph(String text, Typeface face, float size, float x, float width)
            throws IOException {
        for (var row : face.wrap(text, size, width)) {
            sheet.write(row, face, size, x, y + size);
            y += size + 3;
        }
    }
}
