package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is sold and on which terms: the input of {@link FiscalAmounts}.
 *
 * @param on issue date in Lima; decides ICBPER
 * @param rate of IGV as a fraction ({@code 0.105}); one for the whole document (SUNAT 3462)
 * @param discountOnBase on the whole bill, tax included, that lowers the tax too (catalogue 53,
 *     code 02)
 * @param discountAfterTax on the whole bill, leaving the tax alone (code 03)
 * @param serviceCharge recargo al consumo as a fraction of the value without tax, 0 to 0.13 (D.Ley
 *     25988)
 * @param rounding what coins make of the total: zero or below, above -1
 */
public record Sale(
        LocalDate on,
        BigDecimal rate,
        List<SoldItem> items,
        Money discountOnBase,
        Money discountAfterTax,
        BigDecimal serviceCharge,
        Money rounding) {

    public Sale {
        items = List.copyOf(items);
    }

    public static Sale of(LocalDate on, BigDecimal rate, List<SoldItem> items) {
        return new Sale(on, rate, items, Money.ZERO, Money.ZERO, BigDecimal.ZERO, Money.ZERO);
    }

    public Sale withServiceCharge(BigDecimal fraction) {
        return new Sale(on, rate, items, discountOnBase, discountAfterTax, fraction, rounding);
    }

    public Sale roundedBy(Money amount) {
        return new Sale(on, rate, items, discountOnBase, discountAfterTax, serviceCharge, amount);
    }
}
