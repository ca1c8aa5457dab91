package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.Orders.*;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.coupons.CouponRule;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.ordering.Offers.Choice;
import pe.comanda.domain.ordering.Offers.Offer;
import pe.comanda.domain.rewards.RewardRule;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Optional;

/** What an order is told of the world: the menu of the cevichería, who asks, which offers hold. */
final class World {
    static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    static final MenuItemId LOMO = new MenuItemId("dish-lomo");
    static final MenuItemId PACHAMANCA = new MenuItemId("dish-pachamanca");
    static final MenuItemId NOT_ON_MENU = new MenuItemId("dish-sushi");
    static final OptionId MEDIUM = new OptionId("option-medium");
    static final OptionId WELL_DONE = new OptionId("option-well-done");
    static final OptionId BLUE = new OptionId("option-blue");
    static final OptionId EGG = new OptionId("option-egg");
    static final OptionId AVOCADO = new OptionId("option-avocado");

    static final Redeemables NO_COUPONS =
            (code, _) -> {
                throw CouponRule.COUPON_UNKNOWN.broken("code", code);
            };

    static final RedeemableRewards NO_REWARDS =
            (reward, _) -> {
                throw RewardRule.REWARD_UNKNOWN.broken("reward", reward);
            };

    private static final List<Offer> MENU =
            List.of(
                    new Offer(CEVICHE, "Ceviche", soles("38.00"), TaxClass.TAXED, true, List.of()),
                    new Offer(
                            PACHAMANCA,
                            "Pachamanca",
                            soles("55.00"),
                            TaxClass.TAXED,
                            false,
                            List.of()),
                    new Offer(
                            LOMO,
                            "Lomo saltado",
                            soles("45.00"),
                            TaxClass.TAXED,
                            true,
                            List.of(
                                    choice(
                                            "Punto",
                                            1,
                                            1,
                                            option(MEDIUM, "0.00", true),
                                            option(WELL_DONE, "0.00", true),
                                            option(BLUE, "0.00", false)),
                                    choice(
                                            "Extras",
                                            0,
                                            2,
                                            option(EGG, "3.50", true),
                                            option(AVOCADO, "5.00", true)))));

    private World() {}

    static OrderFacts facts(Role by) {
        return facts(by, NO_COUPONS);
    }

    static OrderFacts facts(Role by, Redeemables coupons) {
        return facts(by, coupons, NO_REWARDS);
    }

    static OrderFacts facts(Role by, Redeemables coupons, RedeemableRewards rewards) {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                TABLE_SEVEN,
                false,
                by,
                coupons,
                rewards);
    }

    static OrderFacts sessionNotActive() {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                null,
                false,
                Role.WAITER,
                NO_COUPONS,
                NO_REWARDS);
    }

    static OrderFacts readOnlyMenu(Role by) {
        return new OrderFacts(
                menu(MENU),
                WITH_IGV,
                WEDNESDAY,
                () -> 31,
                TABLE_SEVEN,
                true,
                by,
                NO_COUPONS,
                NO_REWARDS);
    }

    static OrderFacts cevicheNowCosts(String price) {
        var dearer =
                new Offer(CEVICHE, "Ceviche real", soles(price), TaxClass.TAXED, true, List.of());
        return new OrderFacts(
                menu(List.of(dearer)),
                WITH_SERVICE,
                WEDNESDAY,
                () -> 32,
                TABLE_SEVEN,
                false,
                Role.WAITER,
                NO_COUPONS,
                NO_REWARDS);
    }

    private static Offers menu(List<Offer> offers) {
        return dish -> {
            for (var offer : offers) {
                if (offer.dish().equals(dish)) {
                    return Optional.of(offer);
                }
            }
            return Optional.empty();
        };
    }

    private static Choice choice(String name, int min, int max, Offers.Option... options) {
        return new Choice(new ModifierGroupId("group-" + name), name, min, max, List.of(options));
    }

    private static Offers.Option option(OptionId id, String price, boolean available) {
        return new Offers.Option(id, id.value(), soles(price), available);
    }
}
