package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.CouponBook.CODES;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.RewardShelf.REWARDS;
import static pe.comanda.domain.ordering.World.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Asks an order for anything at all, sensible or not, out of a small world so that things collide.
 */
record AnyCommand(Random random) {

    OrderCommand next() {
        return switch (random.nextInt(48)) {
            case 0, 1, 2 -> new PlaceOrder(ORDER, OrderType.TAKEOUT, null, null, lines(), "");
            case 3, 4 -> new AddRound(ORDER, lines());
            case 5 -> new AttachCustomer(ORDER, ROSA);
            case 6, 7, 8, 9, 10 -> new ConfirmOrder(ORDER);
            case 11, 12, 13, 14 -> new MoveLines(ORDER, some(1 + random.nextInt(2)), status());
            case 15, 16, 17 -> new CancelLine(ORDER, line(), "no quiere");
            case 18 -> new CancelOrder(ORDER, "se fueron");
            case 19, 20, 21 -> new GrantDiscount(ORDER, money(8_000), "demora");
            case 22, 23, 24, 25, 26, 27 -> payment();
            case 30, 31, 32 -> new ApplyCoupon(ORDER, CODES.get(random.nextInt(CODES.size())));
            case 33 -> new RemoveCoupon(ORDER);
            case 34, 35, 36 -> new ApplyReward(ORDER, REWARDS.get(random.nextInt(REWARDS.size())));
            case 37 -> new RemoveReward(ORDER);
            case 28, 29 -> new VoidPayment(ORDER, paymentId(), "tarjeta ajena");
            default -> new MoveLines(ORDER, List.of(), status());
        };
    }

    private TakePayment payment() {
        @Nullable Money amount = random.nextBoolean() ? null : money(20_000);
        return new TakePayment(
                ORDER,
                paymentId(),
                PaymentMethod.values()[random.nextInt(PaymentMethod.values().length)],
                amount,
                random.nextInt(3) == 0 ? money(1_000) : Money.ZERO,
                random.nextInt(3) == 0 ? money(50_000) : null,
                "",
                random.nextInt(3) == 0 ? some(1 + random.nextInt(2)) : List.of());
    }

    private List<RequestedLine> lines() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(
                        _ ->
                                ask(
                                        line().value(),
                                        any(List.of(CEVICHE, LOMO, LOMO, PACHAMANCA)),
                                        random.nextInt(6),
                                        options()))
                .toList();
    }

    private OptionId[] options() {
        var options = List.of(MEDIUM, WELL_DONE, EGG, AVOCADO);
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> options.get(random.nextInt(options.size())))
                .toArray(OptionId[]::new);
    }

    private List<LineId> some(int count) {
        return IntStream.range(0, count).mapToObj(_ -> line()).toList();
    }

    private LineId line() {
        return new LineId("line-" + random.nextInt(12));
    }

    private PaymentId paymentId() {
        return new PaymentId("payment-" + random.nextInt(8));
    }

    private LineStatus status() {
        return LineStatus.values()[random.nextInt(LineStatus.values().length)];
    }

    private MenuItemId any(List<MenuItemId> dishes) {
        return dishes.get(random.nextInt(dishes.size()));
    }

    private Money money(int cents) {
        return new Money(BigDecimal.valueOf(random.nextInt(cents) - 100L, 2));
    }
}
