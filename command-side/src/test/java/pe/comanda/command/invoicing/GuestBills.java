package pe.comanda.command.invoicing;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.Extras;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderType;
import pe.comanda.domain.ordering.Terms;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was ordered and paid, of dishes that are called by their numbers. */
final class GuestBills {
    static final OrderId ORDER = new OrderId("order-1");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Terms REDUCED =
            new Terms(
                    "PEN",
                    TaxRegime.REDUCED_RESTAURANT,
                    new BigDecimal("0.105"),
                    new BigDecimal("0.10"));

    private GuestBills() {}

    static Bill delivered(String fee, OrderLine... lines) {
        var all = List.of(lines);
        var extras = Extras.of(OrderType.DELIVERY, TODAY).delivered(Money.of(fee));
        return bill(REDUCED, Money.ZERO, all)
                .after(
                        new DeliveryFeeSet(
                                ORDER, Money.of(fee), Totals.of(all, Money.ZERO, REDUCED, extras)));
    }

    static OrderLine bags(int quantity, String price) {
        return line(2, price, quantity, "0.00", TaxClass.PLASTIC_BAG);
    }

    static Totals totals(List<OrderLine> lines, Money discount, Terms terms) {
        return Totals.of(lines, discount, terms, Extras.of(OrderType.TAKEOUT, TODAY));
    }

    static Bill bill(Terms terms, Money discount, List<OrderLine> lines) {
        var placed =
                Bill.NONE.after(
                        new OrderPlaced(
                                ORDER,
                                1,
                                TODAY,
                                OrderType.TAKEOUT,
                                null,
                                null,
                                null,
                                lines,
                                "",
                                terms,
                                totals(lines, Money.ZERO, terms)));
        return discount.isZero()
                ? placed
                : placed.after(
                        new DiscountGranted(
                                ORDER, discount, "cortesía", totals(lines, discount, terms)));
    }

    static OrderLine line(int number, String price, int quantity, String option) {
        return line(number, price, quantity, option, TaxClass.TAXED);
    }

    static OrderLine line(
            int number, String price, int quantity, String option, TaxClass taxClass) {
        return new OrderLine(
                new LineId("line-" + number),
                new MenuItemId("dish-" + number),
                "Plato " + number,
                Money.of(price),
                List.of(new ChosenOption(new OptionId("option-1"), "Extra", Money.of(option))),
                quantity,
                "",
                taxClass,
                1);
    }

    static Payment payment(Money amount, Money rounding) {
        return payment("payment-1", amount, rounding);
    }

    static Payment payment(String id, Money amount, Money rounding) {
        return new Payment(
                new PaymentId(id),
                PaymentMethod.CASH,
                amount,
                Money.ZERO,
                amount,
                Money.ZERO,
                rounding,
                "",
                List.of());
    }
}
