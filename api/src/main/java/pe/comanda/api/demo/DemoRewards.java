package pe.comanda.api.demo;

import pe.comanda.api.demo.DemoScript.Branch;
import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.rewards.RewardCommand.OfferReward;
import pe.comanda.domain.rewards.RewardId;
import pe.comanda.domain.rewards.RewardTerms;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tenancy.BranchId;

/** What points buy in the demo. Ids are fixed, so that the README can name them. */
final class DemoRewards {
    private DemoRewards() {}

    /** A glass of chicha morada for 150 points, of the branch's own menu. */
    static OfferReward chicha(Branch branch) {
        var dish = new MenuItemId("dish-demo-" + branch.key() + "-chicha-morada");
        return new OfferReward(
                new RewardId("reward-demo-" + branch.key() + "-chicha"),
                new RewardTerms(
                        "Chicha morada de la casa",
                        150,
                        new Benefit.FreeItem(dish),
                        new BranchId(branch.id()),
                        null,
                        null,
                        null,
                        null));
    }

    /** Ten soles off for 300 points, in every branch. */
    static OfferReward tenSoles() {
        return new OfferReward(
                new RewardId("reward-demo-diez-soles"),
                new RewardTerms(
                        "S/ 10 de descuento",
                        300,
                        new Benefit.FixedAmount(Money.of("10.00")),
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
