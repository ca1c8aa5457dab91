package pe.comanda.domain.loyalty;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one can ask about customers and their points. */
public sealed interface LoyaltyQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return switch (this) {
            case FindCustomer _, SearchCustomer _ -> Permission.CUSTOMERS_READ;
            case ShowPoints _, ListMovements _, ShowProgram _ -> Permission.LOYALTY_READ;
        };
    }

    @Override
    default String view() {
        return "loyalty";
    }

    record FindCustomer(CustomerId customer) implements LoyaltyQuery<CustomerView> {}

    /** The one with exactly this phone number or, where that is empty, this e-mail address. */
    record SearchCustomer(String phone, String email) implements LoyaltyQuery<CustomerView> {
        @Override
        public String toString() {
            return "SearchCustomer[not shown]";
        }
    }

    record ShowPoints(CustomerId customer) implements LoyaltyQuery<PointsView> {}

    /** What the account did, newest first; limit 1 to 200. */
    record ListMovements(CustomerId customer, String cursor, int limit)
            implements LoyaltyQuery<LedgerPage> {}

    record ShowProgram() implements LoyaltyQuery<ProgramView> {}

    /**
     * @param version -1 where the organization has never set its own
     */
    record ProgramView(int pointsPerSol, List<Tier> tiers, long version) {
        public ProgramView {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * @param forgotten at the person's wish: nothing but the id is left
     */
    record CustomerView(
            String id,
            String account,
            String name,
            String phone,
            String email,
            @Nullable LocalDate birthday,
            boolean forgotten,
            Instant registeredAt,
            long version) {
        @Override
        public String toString() {
            return "CustomerView[" + id + "]";
        }
    }

    /**
     * @param ledger newest first, the last fifty
     * @param nextCursor with which the movements go on; empty where there is no more
     */
    record PointsView(
            String account,
            String customer,
            int balance,
            int lifetime,
            String tier,
            long version,
            List<Movement> ledger,
            String nextCursor) {
        public PointsView {
            ledger = List.copyOf(ledger);
        }
    }

    /**
     * @param nextCursor empty where there is no more
     */
    record LedgerPage(List<Movement> items, String nextCursor) {
        public LedgerPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param kind EARNED, REVERSED, REDEEMED, RETURNED, ADJUSTED or EXPIRED; @param points signed
     */
    record Movement(Instant at, String kind, int points, String about, int balance) {}
}
