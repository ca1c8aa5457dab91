package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.BILL_ADDS_UP;

import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

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

    static FiscalAmounts amounts(Bill bill, Terms terms, LocalDate issueDate) {
        var amounts =
                FiscalAmounts.of(
                        Sale.of(issueDate, terms.rate(), items(bill, terms))
                                .withServiceCharge(terms.serviceCharge())
                                .roundedBy(bill.rounding()));
        var paid = bill.totals().total().plus(bill.rounding());
        BILL_ADDS_UP.require(
                amounts.totals().payable().equals(paid),
                "difference",
                amounts.totals().payable().minus(paid));
        return amounts;
    }

    private static List<SoldItem> items(Bill bill, Terms terms) {
        var lines = List.copyOf(bill.lines().values());
        var shares =
                bill.totals().discount().sharedBy(lines.stream().map(OrderLine::total).toList());
        var items = new ArrayList<SoldItem>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            // What costs nothing is no sale, and SUNAT takes no line without a value.
            if (lines.get(i).total().isPositive()) {
                items.add(item(lines.get(i), shares.get(i), terms));
            }
        }
        return items;
    }

    private static SoldItem item(OrderLine line, Money discount, Terms terms) {
        var taxClass = terms.rate().signum() == 0 ? untaxed(line.taxClass()) : line.taxClass();
        var gift = discount.equals(line.total());
        var item =
                SoldItem.of(
                        "",
                        description(line),
                        line.quantity(),
                        line.unitPriceWithOptions(),
                        gift ? Affectation.onTheHouse(taxClass) : Affectation.of(taxClass));
        return gift ? item : item.discountedBy(discount);
    }

    /** Nothing that an exempt issuer sells is taxed (3111 refuses a taxed line without tax). */
    private static TaxClass untaxed(TaxClass taxClass) {
        return taxClass == TaxClass.TAXED ? TaxClass.EXONERATED : taxClass;
    }

    private static String description(OrderLine line) {
        var options =
                line.options().stream().map(ChosenOption::name).collect(Collectors.joining(", "));
        var text = options.isEmpty() ? line.name() : line.name() + " (" + options + ")";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
