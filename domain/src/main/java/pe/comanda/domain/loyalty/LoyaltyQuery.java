package pe.comanda.domain.loyalty;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** What one can ask about customers and their points. */
public sealed interface LoyaltyQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.LOYALTY_READ;
    }

    @Override
    default String view() {
        return "loyalty";
    }

    record ShowPoints(CustomerId customer) implements LoyaltyQuery<PointsView> {}

    /**
     * @param ledger newest first, the last hundred
     */
    record PointsView(
            String account,
            String customer,
            int balance,
            int lifetime,
            Tier tier,
            long version,
            List<Movement> ledger) {
        public PointsView {
            ledger = List.copyOf(ledger);
        }
    }

    /**
     * @param kind EARNED, REVERSED, REDEEMED, ADJUSTED or EXPIRED; @param points signed
     */
    record Movement(Instant at, String kind, int points, String about, int balance) {}
}
