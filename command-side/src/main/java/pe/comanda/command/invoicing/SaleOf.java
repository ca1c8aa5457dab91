package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.BILL_ADDS_UP;

import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns a bill into what stands on the document: one line a line, options folded into the price,
 * the discount shared as the order shared it. What the guest paid never moves by a cent.
 */
final class SaleOf {
    /** SUNAT takes 500 characters of a description (rule 2027). */
    private static final int LONGEST = 500;

    private SaleOf() {}

    /**
     * The rate is that of the issue date, also where the order was placed before midnight of the
     * last 31 December (SUNAT 3462): prices stay, and so does the recargo al consumo.
     */
    static BigDecimal rate(Terms terms, LocalDate issueDate) {
        return terms.regime().rateOn(issueDate);
    }

    static FiscalAmounts amounts(Bill bill, Terms terms, LocalDate issueDate) {
        var rate = rate(terms, issueDate);
        var amounts =
                FiscalAmounts.of(
                        Sale.of(issueDate, rate, items(bill, rate))
                                .withServiceCharge(terms.serviceCharge())
                                .roundedBy(bill.rounding()),
                        bill.totals().serviceCharge());
        return mustAddUp(amounts, bill.totals().total().plus(bill.rounding()));
    }

    /**
     * What one of several payers has paid, as consumption: a part of every dish is no dish. All
     * parts together are the whole order.
     */
    static FiscalAmounts part(Bill bill, Terms terms, LocalDate issueDate, List<Payment> payments) {
        var rate = rate(terms, issueDate);
        var settled = Money.sum(payments.stream().map(Payment::settles).toList());
        var rounding =
                Money.ZERO.minus(Money.sum(payments.stream().map(Payment::rounding).toList()));
        var charge = share(bill.totals().serviceCharge(), settled, bill.totals().total());
        var amounts =
                FiscalAmounts.of(
                        Sale.of(
                                        issueDate,
                                        rate,
                                        SharedBill.items(
                                                bill, rate, settled.minus(charge), payments))
                                .withServiceCharge(terms.serviceCharge())
                                .roundedBy(rounding),
                        charge);
        return mustAddUp(amounts, settled.plus(rounding));
    }

    private static Money share(Money amount, Money part, Money whole) {
        return Money.rounded(
                amount.value()
                        .multiply(part.value())
                        .divide(whole.value(), 10, RoundingMode.HALF_UP));
    }

    private static FiscalAmounts mustAddUp(FiscalAmounts amounts, Money paid) {
        BILL_ADDS_UP.require(
                amounts.totals().payable().equals(paid),
                "difference",
                amounts.totals().payable().minus(paid));
        return amounts;
    }

    private static List<SoldItem> items(Bill bill, BigDecimal rate) {
        var lines = List.copyOf(bill.lines().values());
        var shares =
                bill.totals().discount().sharedBy(lines.stream().map(OrderLine::total).toList());
        var items = new ArrayList<SoldItem>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            // What costs nothing is no sale, and SUNAT takes no line without a value.
            if (lines.get(i).total().isPositive()) {
                items.add(item(lines.get(i), shares.get(i), rate));
            }
        }
        if (bill.totals().deliveryFee().isPositive()) {
            items.add(delivery(bill.totals().deliveryFee(), rate));
        }
        return items;
    }

    /** Bringing it is a service on its own line, taxed at the rate of what is brought. */
    static SoldItem delivery(Money fee, BigDecimal rate) {
        return SoldItem.service(
                "Servicio de delivery", fee, Affectation.of(underRate(TaxClass.TAXED, rate)));
    }

    static SoldItem item(OrderLine line, Money discount, BigDecimal rate) {
        var taxClass = underRate(line.taxClass(), rate);
        var gift = discount.equals(line.total());
        var item =
                SoldItem.of(
                                "",
                                description(line),
                                line.quantity(),
                                line.unitPriceWithOptions(),
                                gift ? Affectation.onTheHouse(taxClass) : Affectation.of(taxClass))
                        .with(line.bags());
        return gift ? item : item.discountedBy(discount);
    }

    /** Nothing that an exempt issuer sells is taxed (3111 refuses a taxed line without tax). */
    static TaxClass underRate(TaxClass taxClass, BigDecimal rate) {
        return switch (taxClass) {
            case TAXED, PLASTIC_BAG -> rate.signum() == 0 ? TaxClass.EXONERATED : TaxClass.TAXED;
            case EXONERATED, NOT_SUBJECT -> taxClass;
        };
    }

    private static String description(OrderLine line) {
        var options =
                line.options().stream().map(ChosenOption::name).collect(Collectors.joining(", "));
        var text = options.isEmpty() ? line.name() : line.name() + " (" + options + ")";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
