package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.NoteRule.DISCOUNTED_DOCUMENT_IS_CREDITED_BY_AMOUNT;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_ABOVE_ORIGINAL;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_LINE_IS_LEFT;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_LINE_IS_ON_ORIGINAL;
import static pe.comanda.domain.invoicing.NoteRule.NOTE_NAMES_A_LINE_ONCE;

import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The amounts of a credit note, taken from its original: the same rate, the same split of price and
 * tax, and all notes together never more than the document (SUNAT 3286).
 */
final class CreditedAmounts {
    private final InvoiceIssued original;
    private final NoteLedger earlier;

    private CreditedAmounts(InvoiceIssued original, NoteLedger earlier) {
        this.original = original;
        this.earlier = earlier;
    }

    static FiscalAmounts of(
            InvoiceIssued original, NoteLedger earlier, NoteContent content, String text) {
        var credited = new CreditedAmounts(original, earlier);
        var amount = content.amount();
        if (amount != null) {
            return credited.byAmount(amount, text);
        }
        return content.isWhole() ? credited.whole() : credited.byLines(content.parts());
    }

    private Money left() {
        return original.totals().payable().minus(earlier.credited());
    }

    private FiscalAmounts whole() {
        NOTE_ABOVE_ORIGINAL.require(earlier.credited().isZero(), "left", left());
        return new FiscalAmounts(
                original.lines().stream().map(CreditedAmounts::withoutDiscount).toList(),
                original.adjustments(),
                original.totals());
    }

    /** A note's line says what came off in its price: its sums stay. */
    private static FiscalLine withoutDiscount(FiscalLine line) {
        return line.isDiscounted()
                ? line.part(
                        line.position(),
                        line.quantity(),
                        line.value().plus(line.igv()),
                        line.bags())
                : line;
    }

    private FiscalAmounts byAmount(Money amount, String text) {
        NOTE_HAS_AN_AMOUNT.require(amount.isPositive());
        NOTE_ABOVE_ORIGINAL.require(!amount.isMoreThan(left()), "left", left());
        return NoteLines.sharing(original, amount, text);
    }

    private FiscalAmounts byLines(List<NotePart> parts) {
        DISCOUNTED_DOCUMENT_IS_CREDITED_BY_AMOUNT.require(
                original.adjustments().stream().allMatch(it -> it.kind().isCharge()));
        NOTE_NAMES_A_LINE_ONCE.require(
                parts.stream().map(NotePart::position).distinct().count() == parts.size());
        var lines = new ArrayList<FiscalLine>(parts.size());
        for (var part : parts) {
            lines.add(line(lines.size() + 1, part));
        }
        var charge =
                original.adjustments().stream()
                        .map(Adjustment::factor)
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
        var exact = FiscalAmounts.ofLines(lines, charge, Money.ZERO);
        var above = exact.totals().payable().minus(left());
        if (!above.isPositive()) {
            return exact;
        }
        // What coins forgave on the original was never paid, so it is not given back.
        NOTE_ABOVE_ORIGINAL.require(
                !above.plus(original.totals().rounding()).isPositive(), "left", left());
        return FiscalAmounts.ofLines(lines, charge, Money.ZERO.minus(above));
    }

    private FiscalLine line(int position, NotePart part) {
        var line =
                original.lines().stream()
                        .filter(it -> it.position() == part.position() && !it.isFree())
                        .findFirst()
                        .orElseThrow(
                                () -> NOTE_LINE_IS_ON_ORIGINAL.broken("line", part.position()));
        var before = earlier.credited(part.position());
        var after = before.plus(part.quantity());
        NOTE_LINE_IS_LEFT.require(
                part.quantity().isPositive() && !line.quantity().isLessThan(after),
                "left",
                line.quantity().minus(before));
        var gross = upTo(line, after).minus(upTo(line, before));
        return line.part(position, part.quantity(), gross, bags(line, after) - bags(line, before));
    }

    /** What this much of a line costs: running totals, so that the parts add up to the line. */
    private static Money upTo(FiscalLine line, Quantity quantity) {
        var whole = line.value().plus(line.igv());
        return Money.rounded(
                whole.value()
                        .multiply(quantity.value())
                        .divide(line.quantity().value(), 10, RoundingMode.HALF_UP));
    }

    private static int bags(FiscalLine line, Quantity quantity) {
        return quantity.value()
                .multiply(BigDecimal.valueOf(line.bags()))
                .divide(line.quantity().value(), 0, RoundingMode.DOWN)
                .intValueExact();
    }
}
