package pe.comanda.query.invoicing.print;

import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.query.print.Roll;
import pe.comanda.query.print.Sheet;

import java.io.IOException;

/** On the roll of a till's printer. */
final class TicketForm {
    private static final float NORMAL = 8;
    private static final float SMALL = 7;

    private final Sheet sheet;
    private final Printout printout;
    private final Roll roll;

    TicketForm(Sheet sheet, Printout printout) {
        this.sheet = sheet;
        this.printout = printout;
        this.roll = new Roll(sheet);
    }

    void print() throws IOException {
        issuer();
        identity();
        buyer();
        roll.pair("Cant.  Descripción", "Importe", sheet.bold(), SMALL);
        printout.document().amounts().lines().forEach(this::line);
        roll.ruled();
        sums();
        closing();
        roll.print();
    }

    private void issuer() {
        var issuer = printout.document().issuer();
        if (!issuer.tradeName().isBlank()) {
            roll.centred(issuer.tradeName(), sheet.bold(), 12);
        }
        roll.centred(issuer.legalName(), sheet.bold(), NORMAL);
        roll.centred("RUC " + issuer.ruc(), sheet.plain(), NORMAL);
        roll.centred(Wording.address(issuer), sheet.plain(), SMALL);
        roll.space(3);
    }

    private void identity() {
        var document = printout.document();
        roll.ruled();
        roll.centred(Wording.title(document.type()), sheet.bold(), 9);
        roll.centred(document.number().toString(), sheet.bold(), 11);
        for (var notice : printout.notices()) {
            roll.centred(notice, sheet.bold(), NORMAL);
        }
        roll.ruled();
    }

    private void buyer() {
        var document = printout.document();
        roll.left("Emisión: " + Wording.MOMENT.format(document.issuedAt()), sheet.plain(), NORMAL);
        roll.left("Cliente: " + Wording.buyer(printout), sheet.plain(), NORMAL);
        if (document.buyer().isIdentified()) {
            var identity = document.buyer().document();
            roll.left(
                    Wording.identity(identity.type()) + ": " + identity.number(),
                    sheet.plain(),
                    NORMAL);
        }
        if (!document.buyer().address().isEmpty()) {
            roll.left("Dirección: " + document.buyer().address(), sheet.plain(), NORMAL);
        }
        if (Wording.saysHowItIsPaid(document)) {
            roll.left("Forma de pago: " + Wording.payment(document), sheet.plain(), NORMAL);
            Wording.instalments(document).forEach(part -> roll.left(part, sheet.plain(), SMALL));
        }
        var correction = document.correction();
        if (correction != null) {
            roll.left("Modifica: " + correction.number(), sheet.bold(), NORMAL);
            roll.left("Motivo: " + correction.text(), sheet.plain(), NORMAL);
        }
        roll.ruled();
    }

    private void line(FiscalLine line) {
        roll.left(Wording.description(line), sheet.plain(), NORMAL);
        roll.detail(
                line.quantity() + " " + Wording.unit(line.unit()) + " x " + Wording.listPrice(line),
                Wording.amount(Wording.lineTotal(line)),
                SMALL,
                NORMAL);
        if (line.isDiscounted()) {
            roll.indented(
                    "Descuento incluido: " + Wording.amount(Wording.taken(line)),
                    sheet.plain(),
                    SMALL);
        }
    }

    private void sums() {
        var document = printout.document();
        for (var sum : Wording.sums(document)) {
            roll.pair(sum.name(), sum.amount(), sheet.plain(), NORMAL);
        }
        roll.pair(
                "TOTAL " + Wording.symbol(document.currency()),
                Wording.amount(document.payable()),
                sheet.bold(),
                11);
        roll.space(2);
    }

    private void closing() {
        roll.ruled();
        Wording.legends(printout.document()).forEach(text -> roll.left(text, sheet.plain(), SMALL));
        if (!printout.qr().isEmpty()) {
            roll.qr(printout.qr());
        }
        Wording.footer(printout).forEach(text -> roll.centred(text, sheet.plain(), SMALL));
    }
}
