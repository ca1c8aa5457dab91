package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.tax.TaxSplit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of a document with its arithmetic done. {@code value + igv} is what the line costs, to
 * the cent.
 *
 * @param position from 1
 * @param rate as a fraction; zero where IGV does not fall on the line
 * @param unitValue without tax, before the discount, to ten decimals; of a free line its reference
 *     value
 * @param unitPrice with tax, after the discount, to ten decimals
 * @param discountBase value before the discount; zero where there is none
 * @param discount without tax
 * @param value without tax, after the discount
 * @param icbper on the bags of this line, beside the price
 */
public record FiscalLine(
        int position,
        String code,
        String description,
        String unit,
        Quantity quantity,
        Affectation affectation,
        BigDecimal rate,
        BigDecimal unitValue,
        BigDecimal unitPrice,
        Money discountBase,
        Money discount,
        Money value,
        Money igv,
        int bags,
        Money icbperPerBag,
        Money icbper) {

    public FiscalLine {
        rate = Decimals.plain(rate);
        unitValue = Decimals.plain(unitValue);
        unitPrice = Decimals.plain(unitPrice);
    }

    /**
     * Takes the price apart in SUNAT's order: gross to cents, then the value half up, and the tax
     * is what remains.
     */
    static FiscalLine of(int position, SoldItem item, BigDecimal rateInForce, Money icbperPerBag) {
        var rate = item.affectation().bearsRate() ? rateInForce : BigDecimal.ZERO;
        var gross = item.gross().minus(item.discount());
        var split = TaxSplit.of(gross, rate);
        var before =
                item.discount().isZero() ? Money.ZERO : TaxSplit.of(item.gross(), rate).value();
        return new FiscalLine(
                position,
                item.code(),
                item.description(),
                item.unit(),
                item.quantity(),
                item.affectation(),
                rate,
                item.unitPrice().value().divide(BigDecimal.ONE.add(rate), 10, RoundingMode.HALF_UP),
                gross.value().divide(item.quantity().value(), 10, RoundingMode.HALF_UP),
                before,
                item.discount().isZero() ? Money.ZERO : before.minus(split.value()),
                split.value(),
                split.tax(),
                item.bags(),
                icbperPerBag,
                icbperPerBag.times(item.bags()));
    }

    /**
     * A part of this line as a line of its own, its discount folded into the price.
     *
     * @param gross what the part costs, tax included
     */
    FiscalLine part(int at, Quantity much, Money gross, int bagsOfIt) {
        var split = TaxSplit.of(gross, rate);
        return new FiscalLine(
                at,
                code,
                description,
                unit,
                much,
                affectation,
                rate,
                split.value().value().divide(much.value(), 10, RoundingMode.HALF_UP),
                gross.value().divide(much.value(), 10, RoundingMode.HALF_UP),
                Money.ZERO,
                Money.ZERO,
                split.value(),
                split.tax(),
                bagsOfIt,
                icbperPerBag,
                icbperPerBag.times(bagsOfIt));
    }

    /** Moves cents between value and tax; the guest's price stays. */
    FiscalLine shifted(Money cents) {
        return new FiscalLine(
                position,
                code,
                description,
                unit,
                quantity,
                affectation,
                rate,
                unitValue,
                unitPrice,
                discountBase,
                discount,
                value.plus(cents),
                igv.minus(cents),
                bags,
                icbperPerBag,
                icbper);
    }

    public Tribute tribute() {
        return affectation.tribute();
    }

    public boolean isFree() {
        return affectation.isFree();
    }

    public boolean isDiscounted() {
        return !discount.isZero();
    }

    /** {@code 10.5} for a rate of {@code 0.105}. */
    public BigDecimal percent() {
        return Decimals.plain(rate.movePointRight(2));
    }

    /** What the guest pays for this line. */
    public Money payable() {
        return isFree() ? icbper : value.plus(igv).plus(icbper);
    }
}
