package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.Benefit.*;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardTerms;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Rewards as orders get them. */
final class RewardShelf {
    private static final Map<RewardId, RewardTerms> ALL =
            Map.of(
                    new RewardId("reward-fifth"), reward(new Percentage(new BigDecimal("20"))),
                    new RewardId("reward-forty"), reward(new FixedAmount(soles("40.00"))),
                    new RewardId("reward-ceviche"), reward(new FreeItem(CEVICHE)),
                    new RewardId("reward-lomo"), reward(new FreeItem(LOMO)));

    static final List<RewardId> REWARDS = ALL.keySet().stream().sorted(byValue()).toList();

    static final RedeemableRewards OF_EVERY_KIND = (reward, _) -> ALL.get(reward);

    private RewardShelf() {}

    /** For 150 points. */
    static RewardTerms reward(Benefit benefit) {
        return new RewardTerms(
                benefit.getClass().getSimpleName(), 150, benefit, null, null, null, null, null);
    }

    private static Comparator<RewardId> byValue() {
        return Comparator.comparing(RewardId::value);
    }
}
