package pe.comanda.domain.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.*;

import pe.comanda.domain.loyalty.LoyaltyCommand.*;
import pe.comanda.domain.loyalty.LoyaltyEvent.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.shared.Words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer's points: lots by the instant they were earned, spent and expired first in, first out.
 * The balance is always the sum of what all events did; below zero there is no lot.
 *
 * @param earned by the order that earned: an order earns once, whatever becomes of it
 * @param paid what the rewards cost that orders have, by order
 */
public record LoyaltyAccount(
        List<Lot> lots,
        int balance,
        int lifetime,
        Map<OrderId, Earning> earned,
        Map<OrderId, Paid> paid) {
    public static final LoyaltyAccount EMPTY =
            new LoyaltyAccount(List.of(), 0, 0, Map.of(), Map.of());

    /** How long points that nobody spends are good for. */
    public static final Duration LIFE = Duration.ofDays(365);

    private static final int MOST = 1_000_000;

    public LoyaltyAccount {
        lots = List.copyOf(lots);
        earned = Map.copyOf(earned);
        // A snapshot from before there were rewards knows of none.
        paid = paid == null ? Map.of() : Map.copyOf(paid);
    }

    /** Points of one moment, as far as they are not spent. */
    public record Lot(int points, Instant since) {}

    /**
     * @param lots with which points, the oldest first
     */
    public record Paid(RewardId reward, String name, List<Lot> lots) {
        public Paid {
            lots = List.copyOf(lots);
        }

        int points() {
            return lots.stream().mapToInt(Lot::points).sum();
        }
    }

    /**
     * @param points what the sale earned; @param left those not reversed since
     */
    public record Earning(int points, int left) {}

    /** What has expired by now goes first, whatever is asked. */
    public List<LoyaltyEvent> decide(LoyaltyCommand command) {
        int expired = expiredAt(command.at());
        if (expired == 0 || command instanceof ExpirePoints) {
            return act(command);
        }
        var gone = new PointsExpired(command.account(), expired, command.at(), balance - expired);
        var events = new ArrayList<LoyaltyEvent>();
        events.add(gone);
        events.addAll(evolve(gone).act(command));
        return List.copyOf(events);
    }

    private List<LoyaltyEvent> act(LoyaltyCommand command) {
        return switch (command) {
            case EarnPoints(var id, var order, var sale, var program, var at) -> {
                POINTS_EARNED_ONCE.require(!earned.containsKey(order), "order", order);
                int points = program.pointsFor(sale, lifetime);
                yield List.of(
                        new PointsEarned(
                                id,
                                order,
                                points,
                                at,
                                balance + points,
                                lifetime + points,
                                program.tierOf(lifetime + points).name()));
            }
            case ReversePoints reverse -> {
                int points = tooMuch(reverse);
                NOTHING_TO_REVERSE.require(points > 0, "order", reverse.order());
                yield List.of(
                        new PointsReversed(
                                reverse.account(),
                                reverse.order(),
                                points,
                                balance - points,
                                lifetime - points,
                                reverse.program().tierOf(lifetime - points).name()));
            }
            case RedeemPoints(var id, var points, var what, _) -> {
                POINTS_OUT_OF_RANGE.require(points >= 1 && points <= MOST, "points", points);
                mustAfford(points);
                yield List.of(
                        new PointsRedeemed(
                                id, points, Words.required("what", what, 200), balance - points));
            }
            case PayReward(var id, var order, var reward, var name, var points, _) -> {
                REWARD_IS_PAID_ONCE.require(!paid.containsKey(order), "order", order);
                mustAfford(points);
                yield List.of(
                        new RewardPaid(
                                id,
                                order,
                                reward,
                                name,
                                points,
                                Lots.first(points, lots),
                                balance - points));
            }
            case ReturnReward(var id, var order, _) -> {
                var cost = paid.get(order);
                if (cost == null) {
                    throw NO_REWARD_TO_RETURN.broken("order", order);
                }
                yield List.of(
                        new RewardReturned(
                                id,
                                order,
                                cost.reward(),
                                cost.name(),
                                cost.points(),
                                cost.lots(),
                                balance + cost.points()));
            }
            case AdjustPoints(var id, var points, var reason, var at) -> {
                POINTS_OUT_OF_RANGE.require(
                        points != 0 && Math.abs((long) points) <= MOST, "points", points);
                NOT_ENOUGH_POINTS.require(points > 0 || balance + points >= 0, "balance", balance);
                var why = Words.optional("reason", reason, 500);
                ADJUSTMENT_REASON_REQUIRED.require(why.length() >= 3);
                yield List.of(new PointsAdjusted(id, points, why, at, balance + points));
            }
            case ExpirePoints(var id, var at) -> {
                int points = expiredAt(at);
                NOTHING_EXPIRES.require(points > 0);
                yield List.of(new PointsExpired(id, points, at, balance - points));
            }
        };
    }

    public LoyaltyAccount evolve(LoyaltyEvent event) {
        return switch (event) {
            case AccountOpened _ -> EMPTY;
            case PointsEarned e ->
                    new LoyaltyAccount(
                            Lots.with(new Lot(e.points(), e.at()), lots, balance),
                            e.balance(),
                            e.lifetime(),
                            with(e.order(), new Earning(e.points(), e.points())),
                            paid);
            case PointsReversed e -> {
                var earning = earned.getOrDefault(e.order(), new Earning(0, 0));
                var left = new Earning(earning.points(), earning.left() - e.points());
                yield new LoyaltyAccount(
                        Lots.without(e.points(), lots),
                        e.balance(),
                        e.lifetime(),
                        with(e.order(), left),
                        paid);
            }
            case PointsRedeemed e -> now(Lots.without(e.points(), lots), e.balance(), paid);
            case RewardPaid e -> {
                var orders = new LinkedHashMap<>(paid);
                orders.put(e.order(), new Paid(e.reward(), e.name(), e.lots()));
                yield now(Lots.without(e.points(), lots), e.balance(), orders);
            }
            case RewardReturned e -> {
                var orders = new LinkedHashMap<>(paid);
                orders.remove(e.order());
                yield now(Lots.withAll(e.lots(), lots, balance), e.balance(), orders);
            }
            case PointsAdjusted e ->
                    now(
                            e.points() > 0
                                    ? Lots.with(new Lot(e.points(), e.at()), lots, balance)
                                    : Lots.without(-e.points(), lots),
                            e.balance(),
                            paid);
            case PointsExpired e -> now(Lots.without(e.points(), lots), e.balance(), paid);
        };
    }

    /** Refuses a price that the points of the moment do not reach. */
    public void mustAfford(int points, Instant at) {
        int left = balance - expiredAt(at);
        NOT_ENOUGH_POINTS.require(points <= left, "balance", left);
    }

    private void mustAfford(int points) {
        NOT_ENOUGH_POINTS.require(points <= balance, "balance", balance);
    }

    private LoyaltyAccount now(List<Lot> left, int points, Map<OrderId, Paid> orders) {
        return new LoyaltyAccount(left, points, lifetime, earned, orders);
    }

    /** What would go at this instant. */
    public int expiredAt(Instant at) {
        return lots.stream()
                .filter(lot -> !lot.since().plus(LIFE).isAfter(at))
                .mapToInt(Lot::points)
                .sum();
    }

    /** Points of the sale beyond its share for what is still paid, rounded down. */
    private int tooMuch(ReversePoints reverse) {
        var earning = earned.getOrDefault(reverse.order(), new Earning(0, 0));
        if (!reverse.sale().isPositive()) {
            return 0;
        }
        int kept =
                BigDecimal.valueOf(earning.points())
                        .multiply(reverse.stillPaid().value())
                        .divide(reverse.sale().value(), 0, RoundingMode.DOWN)
                        .intValueExact();
        return earning.left() - Math.max(kept, 0);
    }

    private Map<OrderId, Earning> with(OrderId order, Earning earning) {
        var orders = new LinkedHashMap<>(earned);
        orders.put(order, earning);
        return orders;
    }
}
