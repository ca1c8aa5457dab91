package pe.comanda.domain.coupons;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** What one can ask about coupons. The branch is the caller's. */
public sealed interface CouponQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.LOYALTY_READ;
    }

    @Override
    default String view() {
        return "loyalty";
    }

    /**
     * Those that the branch honours, newest first; limit 1 to 200.
     *
     * @param active null for all
     */
    record ListCoupons(@Nullable Boolean active, String cursor, int limit)
            implements CouponQuery<CouponPage> {}

    /** One that the branch honours. */
    record FindCoupon(CouponId coupon) implements CouponQuery<CouponDetails> {}

    /**
     * @param uses how many orders hold it; @param version the aggregate's, for {@code If-Match}
     */
    record CouponView(
            String id, String code, CouponTerms terms, boolean active, int uses, long version) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record CouponPage(List<CouponView> items, String nextCursor) {
        public CouponPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param redemptions newest first, the last hundred; given back ones are among them
     */
    record CouponDetails(CouponView coupon, List<Redemption> redemptions) {
        public CouponDetails {
            redemptions = List.copyOf(redemptions);
        }
    }

    /**
     * @param releasedAt null while the order has it
     */
    record Redemption(
            String order, @Nullable String customer, Instant at, @Nullable Instant releasedAt) {}
}
