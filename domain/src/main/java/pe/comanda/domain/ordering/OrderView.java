package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.payments.Payment;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as people look at it. Amounts in the order's currency.
 *
 * @param version the aggregate's version: send it back as {@code If-Match}
 * @param coupon the code of the coupon that it has
 * @param reward what its customer's points paid for
 * @param due what is still owed
 */
public record OrderView(
        String id,
        String organization,
        String branch,
        int number,
        LocalDate businessDay,
        OrderType type,
        OrderStatus status,
        @Nullable String session,
        @Nullable String table,
        @Nullable String tableLabel,
        @Nullable String customer,
        @Nullable String coupon,
        @Nullable PaidReward reward,
        String currency,
        List<LineView> lines,
        String note,
        Totals totals,
        List<Payment> payments,
        Money due,
        @Nullable String cancelReason,
        Instant placedAt,
        Instant changedAt,
        long version) {

    public OrderView {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /** A reward, and what it cost its customer. */
    public record PaidReward(String id, String name, int points) {}

    /** A line, how far it has got, and since when. */
    public record LineView(OrderLine line, LineStatus status, Instant since) {}
}
