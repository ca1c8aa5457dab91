package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.World.facts;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.OrderCommand.PlaceOrder;
import pe.comanda.domain.ordering.OrderCommand.TakePayment;
import pe.comanda.domain.ordering.OrderEvent.LinesMoved;
import pe.comanda.domain.ordering.OrderEvent.OrderConfirmed;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.ordering.OrderEvent.PaymentTaken;
import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.payments.PaymentMethod;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A Wednesday at the cevichería: its people, and sentences about its orders. */
final class Orders {
    static final OrderId ORDER = new OrderId("order-1");
    static final TableSessionId SESSION = new TableSessionId("session-1");
    static final TableRef TABLE_SEVEN = new TableRef(new TableId("table-7"), "Mesa 7");
    static final CustomerId ROSA = new CustomerId("customer-rosa");
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    static final Terms WITH_IGV = terms("0.18", "0");
    static final Terms WITH_SERVICE = terms("0.18", "0.10");

    static final OrderLine TWO_CEVICHES = line("line-ceviche", "Ceviche", "38.00", 2);
    static final OrderLine A_CHICHA = line("line-chicha", "Chicha", "12.00", 1);
    static final OrderLine A_TASTING = line("line-tasting", "Piqueo", "32.47", 1);

    static final PaymentId FIRST = new PaymentId("payment-1");
    static final PaymentId SECOND = new PaymentId("payment-2");

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
}
