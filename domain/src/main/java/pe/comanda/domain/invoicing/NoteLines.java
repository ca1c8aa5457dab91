package pe.comanda.domain.invoicing;

import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lines that stand for an amount instead of a dish. */
final class NoteLines {
    private static final List<Affectation> SOLD =
            List.of(Affectation.TAXED, Affectation.EXONERATED, Affectation.NOT_SUBJECT);

    private NoteLines() {}

    /** An amount, shared by what the original's lines count under. */
    static FiscalAmounts sharing(InvoiceIssued original, Money amount, String text) {
        var shares = amount.sharedBy(SOLD.stream().map(kind -> soldUnder(original, kind)).toList());
        var lines = new ArrayList<FiscalLine>();
        for (int i = 0; i < SOLD.size(); i++) {
            if (shares.get(i).isPositive()) {
                lines.add(line(lines.size() + 1, original, shares.get(i), SOLD.get(i), text));
            }
        }
        return FiscalAmounts.ofLines(lines, BigDecimal.ZERO, Money.ZERO);
    }

    /** An amount that counts under one thing. */
    static FiscalAmounts single(
            InvoiceIssued original, Money amount, Affectation affectation, String text) {
        return FiscalAmounts.ofLines(
                List.of(line(1, original, amount, affectation, text)), BigDecimal.ZERO, Money.ZERO);
    }

    /** A note of nothing, which SUNAT still wants a line of (3315). */
    static FiscalAmounts nothing(InvoiceIssued original, String text) {
        return single(
                original,
                Money.ZERO,
                original.rate().signum() == 0 ? Affectation.EXONERATED : Affectation.TAXED,
                text);
    }

    private static Money soldUnder(InvoiceIssued original, Affectation kind) {
        return Money.sum(
                original.lines().stream()
                        .filter(line -> line.affectation() == kind)
                        .map(FiscalLine::payable)
                        .toList());
    }

    private static FiscalLine line(
            int position,
            InvoiceIssued original,
            Money amount,
            Affectation affectation,
            String text) {
        var item = SoldItem.service(text, amount, affectation);
        return FiscalLine.of(position, item, original.rate(), Money.ZERO);
    }
}
