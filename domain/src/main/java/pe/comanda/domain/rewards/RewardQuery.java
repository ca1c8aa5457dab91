package pe.comanda.domain.rewards;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/**
 * What one can ask about rewards: those of the whole organization, and of the caller's branches.
 */
public sealed interface RewardQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.LOYALTY_READ;
    }

    @Override
    default String view() {
        return "loyalty";
    }

    /**
     * Newest first; limit 1 to 200.
     *
     * @param offered null for all, false for those withdrawn
     */
    record ListRewards(@Nullable Boolean offered, String cursor, int limit)
            implements RewardQuery<RewardPage> {}

    record FindReward(RewardId reward) implements RewardQuery<RewardDetails> {}

    /**
     * @param redeemed how many orders have it; @param version the aggregate's, for {@code If-Match}
     */
    record RewardView(String id, RewardTerms terms, boolean offered, int redeemed, long version) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record RewardPage(List<RewardView> items, String nextCursor) {
        public RewardPage {
            items = List.copyOf(items);
        }
    }

    /**
     * @param redemptions newest first, the last hundred; given back ones are among them
     */
    record RewardDetails(RewardView reward, List<RewardRedemption> redemptions) {
        public RewardDetails {
            redemptions = List.copyOf(redemptions);
        }
    }

    /**
     * @param releasedAt null while the order has it
     */
    record RewardRedemption(
            String order, String customer, Instant at, @Nullable Instant releasedAt) {}
}
