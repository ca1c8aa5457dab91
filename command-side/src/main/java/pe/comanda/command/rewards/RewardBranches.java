package pe.comanda.command.rewards;

import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.ordering.OffersSource;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.rewards.Reward;
import pe.comanda.domain.rewards.RewardCommand;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.rewards.RewardFacts;
import pe.comanda.domain.rewards.RewardTerms;

import java.util.List;

/** The branches that a caller may offer rewards in, and their menus. */
@Component
class RewardBranches {
    /** For commands that name no dish. */
    static final RewardFacts NO_MENU = (_, _) -> false;

    private final Premises premises;
    private final OffersSource offers;
    private final Lookups lookups;

    RewardBranches(Premises premises, OffersSource offers, Lookups lookups) {
        this.premises = premises;
        this.offers = offers;
        this.lookups = lookups;
    }

    List<RewardEvent> decide(Reward reward, RewardCommand command) {
        return lookups.freshly(
                () ->
                        reward.decide(
                                command,
                                (branch, dish) -> offers.find(branch.value(), dish).isPresent()));
    }

    /** Refuses whoever may not act in every branch where the reward is redeemed. */
    void mustReach(RewardTerms terms, MetaData metadata) {
        if (terms.branch() == null) {
            AccessRule.FOREIGN_BRANCH.require(Caller.from(metadata).role().reachesAllBranches());
        } else {
            var unused = premises.of(metadata.and(MetadataKey.BRANCH, terms.branch().value()));
        }
    }
}
