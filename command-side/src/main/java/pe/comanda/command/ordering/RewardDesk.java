package pe.comanda.command.ordering;

import pe.comanda.domain.ordering.RedeemableRewards;
import pe.comanda.domain.ordering.RewardMove;

import java.time.LocalDate;

/** The rewards of an organization, in the unit of work at hand. Rewards answer it. */
public interface RewardDesk {
    RedeemableRewards in(String organization, String branch, LocalDate day);

    /** Does at the reward, and at the account that pays for it, what the order brings about. */
    void follow(RewardMove move);
}
