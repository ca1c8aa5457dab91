package pe.comanda.domain.ordering;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.coupons.CouponRule;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.ordering.OrderCommand.PlaceOrder;
import pe.comanda.domain.ordering.OrderCommand.TakePayment;
import pe.comanda.domain.ordering.OrderEvent.LinesMoved;
import pe.comanda.domain.ordering.OrderEvent.OrderConfirmed;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.OrderEvent.PaymentTaken;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.rewards.RewardRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Wednesday at the cevichería: its menu, its people, and sentences about its orders. */
final class Orders {
    static final OrderId ORDER = new OrderId("order-1");
    static final TableSessionId SESSION = new TableSessionId("session-1");
    static final TableRef TABLE_SEVEN = new TableRef(new TableId("table-7"), "Mesa 7");
    static final CustomerId ROSA = new CustomerId("customer-rosa");
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    static final Terms WITH_IGV = terms("0.18", "0");
    static final Terms WITH_SERVICE = terms("0.18", "0.10");

    static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    static final MenuItemId LOMO = new MenuItemId("dish-lomo");
    static final MenuItemId PACHAMANCA = new MenuItemId("dish-pachamanca");
    static final MenuItemId NOT_ON_MENU = new MenuItemId("dish-sushi");
    static final OptionId MEDIUM = new OptionId("option-medium");
    static final OptionId WELL_DONE = new OptionId("option-well-done");
    static final OptionId BLUE = new OptionId("option-blue");
    static final OptionId EGG = new OptionId("option-egg");
    static final OptionId AVOCADO = new OptionId("option-avocado");

    static final OrderLine TWO_CEVICHES = line("line-ceviche", "Ceviche", "38.00", 2);
    static final OrderLine A_CHICHA = line("line-chicha", "Chicha", "12.00", 1);
    static final OrderLine A_TASTING = line("line-tasting", "Piqueo", "32.47", 1);

    static final PaymentId FIRST = new PaymentId("payment-1");
    static final PaymentId SECOND = new PaymentId("payment-2");

    static final Redeemables NO_COUPONS =
            (code, _) -> {
                throw CouponRule.COUPON_UNKNOWN.broken("code", code);
            };

    static final RedeemableRewards NO_REWARDS =
            (reward, _) -> {
                throw RewardRule.REWARD_UNKNOWN.broken("reward", reward);
            };

    private static final List<Offer> MENU =
            List.of(
                    new Offer(CEVICHE, "Ceviche", soles("38.00"), TaxClass.TAXED, true, List.of()),
                    new Offer(
                            PACHAMANCA,
                            "Pachamanca",
                            soles("55.00"),
                            TaxClass.TAXED,
                            false,
                            List.of()),
                    new Offer(
                            LOMO,
                            "Lomo saltado",
                            soles("45.00"),
                            TaxClass.TAXED,
                            true,
                            List.of(
                                    choice(
                                            "Punto",
                                            1,
                                            1,
                                            option(MEDIUM, "0.00", true),
                                            option(WELL_DONE, "0.00", true),
                                            option(BLUE, "0.00", false)),
                                    choice(
                                            "Extras",
                                            0,
                                            2,
                                            option(EGG, "3.50", true),
                                            option(AVOCADO, "5.00", true)))));

    private Orders() {}

    // --- sentences

    static Spec<Order, OrderCommand, OrderEvent> given(OrderEvent... events) {
        return given(facts(Role.CASHIER), events);
    }

    static Spec<Order, OrderCommand, OrderEvent> given(OrderFacts facts, OrderEvent... events) {
        return new Spec<Order, OrderCommand, OrderEvent>(
                        Order.NOT_PLACED,
                        (order, command) -> order.decide(command, facts),
                        Order::evolve)
                .given(Arrays.asList(events));
    }

    // --- what the order is told of the world

    static OrderFacts facts(Role by) {
        return facts(by, NO_COUPONS);
    }

    static OrderFacts facts(Role by, Redeemables coupons) {
        return facts(by, coupons, NO_REWARDS);
    }

    static OrderFacts facts(Role by, Redeemables coupons, RedeemableRewards rewards) {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                TABLE_SEVEN,
                false,
                by,
                coupons,
                rewards);
    }

    static OrderFacts sessionNotActive() {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                null,
                false,
                Role.WAITER,
                NO_COUPONS,
                NO_REWARDS);
    }

    static OrderFacts readOnlyMenu(Role by) {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                TABLE_SEVEN,
                true,
                by,
                NO_COUPONS,
                NO_REWARDS);
    }

    static OrderFacts cevicheNowCosts(String price) {
        var dearer =
                new Offer(CEVICHE, "Ceviche real", soles(price), TaxClass.TAXED, true, List.of());
        return new OrderFacts(
                menu(List.of(dearer)),
                WITH_SERVICE,
                WEDNESDAY,
                () -> 32,
                TABLE_SEVEN,
                false,
                Role.WAITER,
                NO_COUPONS,
                NO_REWARDS);
    }

    // --- what was asked

    static PlaceOrder place(RequestedLine... lines) {
        return place(List.of(lines));
    }

    static PlaceOrder place(List<RequestedLine> lines) {
        return new PlaceOrder(ORDER, OrderType.DINE_IN, SESSION, null, lines, "");
    }

    static RequestedLine ask(String line, MenuItemId dish, int quantity, OptionId... options) {
        return new RequestedLine(new LineId(line), dish, quantity, List.of(options), "");
    }

    static TakePayment pay(PaymentMethod method, String amount) {
        return new TakePayment(
                ORDER, FIRST, method, soles(amount), Money.ZERO, null, "", List.of());
    }

    static TakePayment payTheRest(PaymentMethod method) {
        return payTheRest(FIRST, method);
    }

    static TakePayment payTheRest(PaymentId id, PaymentMethod method) {
        return new TakePayment(ORDER, id, method, null, Money.ZERO, null, "", List.of());
    }

    static TakePayment payLines(PaymentId id, OrderLine... lines) {
        var ids = Stream.of(lines).map(OrderLine::id).toList();
        return new TakePayment(ORDER, id, PaymentMethod.CARD, null, Money.ZERO, null, "", ids);
    }

    // --- what happened

    static OrderPlaced placed(OrderLine... lines) {
        return placed(WITH_IGV, lines);
    }

    static OrderPlaced placed(Terms terms, OrderLine... lines) {
        return new OrderPlaced(
                ORDER,
                31,
                WEDNESDAY,
                OrderType.DINE_IN,
                SESSION,
                TABLE_SEVEN,
                null,
                List.of(lines),
                "",
                terms,
                totals(List.of(lines), Money.ZERO, terms));
    }

    static OrderConfirmed confirmed(OrderLine... lines) {
        return new OrderConfirmed(ORDER, 1, List.of(lines));
    }

    static LinesMoved moved(LineStatus to, OrderLine... lines) {
        var ids = Stream.of(lines).map(OrderLine::id).toList();
        return new LinesMoved(ORDER, ids, to, OrderStatus.of(List.of(to)));
    }

    static PaymentTaken paid(PaymentId id, String amount, String due, OrderLine... lines) {
        var sum = soles(amount);
        var ids = Stream.of(lines).map(line -> line.id().value()).toList();
        return new PaymentTaken(
                ORDER,
                new Payment(
                        id,
                        PaymentMethod.CARD,
                        sum,
                        Money.ZERO,
                        sum,
                        Money.ZERO,
                        Money.ZERO,
                        "",
                        ids),
                soles(due));
    }

    /** Placed, confirmed, cooked and brought to the table. */
    static OrderEvent[] served(OrderLine... lines) {
        return new OrderEvent[] {
            placed(lines),
            confirmed(lines),
            moved(LineStatus.PREPARING, lines),
            moved(LineStatus.READY, lines),
            moved(LineStatus.SERVED, lines)
        };
    }

    static OrderEvent[] then(OrderEvent[] first, OrderEvent... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(OrderEvent[]::new);
    }

    // --- values

    static Money soles(String amount) {
        return Money.of(amount);
    }

    static OrderLine line(String id, String name, String price, int quantity) {
        var dish = new MenuItemId("dish-" + id.substring("line-".length()));
        return new OrderLine(
                new LineId(id),
                dish,
                name,
                soles(price),
                List.of(),
                quantity,
                "",
                TaxClass.TAXED,
                1);
    }

    static Totals totals(List<OrderLine> lines, Money discount, Terms terms) {
        return Totals.of(lines, discount, terms, Extras.of(OrderType.DINE_IN, WEDNESDAY));
    }

    static Terms terms(String rate, String service) {
        return new Terms("PEN", TaxRegime.GENERAL, new BigDecimal(rate), new BigDecimal(service));
    }

    private static Offers menu(List<Offer> offers) {
        return dish -> {
            for (var offer : offers) {
                if (offer.dish().equals(dish)) {
                    return Optional.of(offer);
                }
            }
            return Optional.empty();
        };
    }

    private static Choice choice(String name, int min, int max, Offers.Option... options) {
        return new Choice(new ModifierGroupId("group-" + name), name, min, max, List.of(options));
    }

    private static Offers.Option option(OptionId id, String price, boolean available) {
        return new Offers.Option(id, id.value(), soles(price), available);
    }
}
