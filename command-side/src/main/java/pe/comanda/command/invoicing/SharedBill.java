package pe.comanda.command.invoicing;

import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands on the document of one of several payers: consumption, because a part of every dish
 * is no dish. Only plastic bags cannot be shared (their tax is so much each, Ley 30884): they stand
 * whole on the document of whoever paid most.
 */
final class SharedBill {
    private static final List<TaxClass> SHARED =
            List.of(TaxClass.TAXED, TaxClass.EXONERATED, TaxClass.NOT_SUBJECT);

    private SharedBill() {}

    /**
     * @param amount what the payer's lines must come to, the tax on bags included
     */
    static List<SoldItem> items(Bill bill, BigDecimal rate, Money amount, List<Payment> payments) {
        var lines = List.copyOf(bill.lines().values());
        var discounts =
                bill.totals().discount().sharedBy(lines.stream().map(OrderLine::total).toList());
        var bears = payments.stream().map(Payment::id).anyMatch(largest(bill)::equals);
        var items = new ArrayList<SoldItem>();
        var weights = new ArrayList<>(SHARED.stream().map(_ -> Money.ZERO).toList());
        var left = amount;
        for (int i = 0; i < lines.size(); i++) {
            var cost = lines.get(i).total().minus(discounts.get(i));
            if (lines.get(i).bags() == 0) {
                var at = SHARED.indexOf(lines.get(i).taxClass());
                var _ = weights.set(at, weights.get(at).plus(cost));
            } else if (bears) {
                items.add(SaleOf.item(lines.get(i), discounts.get(i), rate));
                left = left.minus(cost);
            }
        }
        if (bears) {
            left = left.minus(bill.totals().icbper());
        }
        weights.add(bill.totals().deliveryFee());
        var shares = left.sharedBy(weights);
        for (int i = 0; i < SHARED.size(); i++) {
            if (shares.get(i).isPositive()) {
                items.add(consumption(shares.get(i), SaleOf.underRate(SHARED.get(i), rate)));
            }
        }
        if (shares.getLast().isPositive()) {
            items.add(SaleOf.delivery(shares.getLast(), rate));
        }
        return items;
    }

    private static SoldItem consumption(Money amount, TaxClass taxClass) {
        return SoldItem.of("", "Por consumo", 1, amount, Affectation.of(taxClass));
    }

    /** Of equal payments the first. */
    private static PaymentId largest(Bill bill) {
        return bill.payments().values().stream()
                .max(Comparator.comparing(Payment::settles))
                .orElseThrow()
                .id();
    }
}
