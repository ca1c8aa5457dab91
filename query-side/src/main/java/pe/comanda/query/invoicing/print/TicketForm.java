package pe.comanda.query.invoicing.print;

import static pe.comanda.query.print.Roll.Weight.BOLD;
import static pe.comanda.query.print.Roll.Weight.PLAIN;

import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.query.print.Roll;

/** On the roll of a till's printer. */
final class TicketForm {
    private static final float NORMAL = 8;
    private static final float SMALL = 7;

    private final Printout printout;
    private final Roll roll;

    TicketForm(Roll roll, Printout printout) {
        this.roll = roll;
        this.printout = printout;
    }

    byte[] print() {
        issuer();
        identity();
        buyer();
        roll.pair("Cant.  Descripción", "Importe", BOLD, SMALL);
        printout.document().amounts().lines().forEach(this::line);
        roll.ruled();
        sums();
        closing();
        return roll.printed();
    }

    private void issuer() {
        var issuer = printout.document().issuer();
        if (!issuer.tradeName().isBlank()) {
            roll.centred(issuer.tradeName(), BOLD, 12);
        }
        roll.centred(issuer.legalName(), BOLD, NORMAL);
        roll.centred("RUC " + issuer.ruc(), PLAIN, NORMAL);
        roll.centred(Wording.address(issuer), PLAIN, SMALL);
        roll.space(3);
    }

    private void identity() {
        var document = printout.document();
        roll.ruled();
        roll.centred(Wording.title(document.type()), BOLD, 9);
        roll.centred(document.number().toString(), BOLD, 11);
        for (var notice : printout.notices()) {
            roll.centred(notice, BOLD, NORMAL);
        }
        roll.ruled();
    }

    private void buyer() {
        var document = printout.document();
        roll.left("Emisión: " + Wording.MOMENT.format(document.issuedAt()), PLAIN, NORMAL);
        roll.left("Cliente: " + Wording.buyer(printout), PLAIN, NORMAL);
        if (document.buyer().isIdentified()) {
            var identity = document.buyer().document();
            roll.left(Wording.identity(identity.type()) + ": " + identity.number(), PLAIN, NORMAL);
        }
        if (!document.buyer().address().isEmpty()) {
            roll.left("Dirección: " + document.buyer().address(), PLAIN, NORMAL);
        }
        if (Wording.saysHowItIsPaid(document)) {
            roll.left("Forma de pago: " + Wording.payment(document), PLAIN, NORMAL);
            Wording.instalments(document).forEach(part -> roll.left(part, PLAIN, SMALL));
        }
        var correction = document.correction();
        if (correction != null) {
            roll.left("Modifica: " + correction.number(), BOLD, NORMAL);
            roll.left("Motivo: " + correction.text(), PLAIN, NORMAL);
        }
        roll.ruled();
    }

    private void line(FiscalLine line) {
        roll.left(Wording.description(line), PLAIN, NORMAL);
        roll.detail(
                line.quantity() + " " + Wording.unit(line.unit()) + " x " + Wording.listPrice(line),
                Wording.amount(Wording.lineTotal(line)),
                SMALL,
                NORMAL);
        if (line.isDiscounted()) {
            roll.indented(
                    "Descuento incluido: " + Wording.amount(Wording.taken(line)), PLAIN, SMALL);
        }
    }

    private void sums() {
        var document = printout.document();
        for (var sum : Wording.sums(document)) {
            roll.pair(sum.name(), sum.amount(), PLAIN, NORMAL);
        }
        roll.pair(
                "TOTAL " + Wording.symbol(document.currency()),
                Wording.amount(document.payable()),
                BOLD,
                11);
        roll.space(2);
    }

    private void closing() {
        roll.ruled();
        Wording.legends(printout.document()).forEach(text -> roll.left(text, PLAIN, SMALL));
        if (!printout.qr().isEmpty()) {
            roll.qr(printout.qr());
        }
        Wording.footer(printout).forEach(text -> roll.centred(text, PLAIN, SMALL));
    }
}
