package pe.comanda.command.ordering;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.ordering.Order;
import pe.comanda.domain.ordering.OrderCommand;
import pe.comanda.domain.ordering.OrderCommand.AddRound;
import pe.comanda.domain.ordering.OrderCommand.PlaceOrder;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderFacts;
import pe.comanda.domain.ordering.TableRef;
import pe.comanda.domain.ordering.Terms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Gathers what an order must know of the branch, its menu and its tables, and lets it decide. */
@Component
class OrderFactsSource {
    private final Premises premises;
    private final OffersSource offers;
    private final SeatedSessions sessions;
    private final OrderNumbers numbers;
    private final CouponDesk coupons;
    private final RewardDesk rewards;
    private final Lookups lookups;
    private final Clock clock;

    OrderFactsSource(
            Premises premises,
            OffersSource offers,
            SeatedSessions sessions,
            OrderNumbers numbers,
            CouponDesk coupons,
            RewardDesk rewards,
            Lookups lookups,
            Clock clock) {
        this.premises = premises;
        this.offers = offers;
        this.sessions = sessions;
        this.numbers = numbers;
        this.coupons = coupons;
        this.rewards = rewards;
        this.lookups = lookups;
        this.clock = clock;
    }

    /**
     * Decides on what is known now. A refusal may rest on knowledge that is some milliseconds old
     * (a dish made a moment ago, a session just approved): then the lookups catch up, and the order
     * decides once more.
     */
    List<OrderEvent> decide(Order order, OrderCommand command, Caller caller) {
        if (command instanceof PlaceOrder || command instanceof AddRound) {
            lookups.keepUp();
        }
        return lookups.freshly(() -> order.decide(command, gather(command, caller)));
    }

    /**
     * Lets its coupon, its reward and the points that paid for it follow what happens to the order
     * now.
     */
    void along(Order order, OrderEvent event) {
        order.atTheCoupon(event).ifPresent(coupons::follow);
        order.atTheReward(event).ifPresent(rewards::follow);
    }

    private OrderFacts gather(OrderCommand command, Caller caller) {
        var branch = premises.meantBy(caller);
        var branchId = branch.branch();
        var day = LocalDate.now(clock.withZone(ZoneId.of(branch.zone())));
        return new OrderFacts(
                dish -> offers.find(branchId, dish),
                new Terms(
                        branch.currency(),
                        branch.regime(),
                        branch.regime().rateOn(day),
                        branch.serviceCharge()),
                day,
                () -> numbers.next(branchId, day),
                tableOf(command, branchId),
                branch.readOnlyMenu(),
                caller.role(),
                coupons.in(branch.organization(), branchId, day),
                rewards.in(branch.organization(), branchId, day));
    }

    private @Nullable TableRef tableOf(OrderCommand command, String branchId) {
        return command instanceof PlaceOrder place && place.session() != null
                ? sessions.tableOf(place.session(), branchId).orElse(null)
                : null;
    }
}
