package pe.comanda.command.loyalty;

import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;

import java.time.Instant;

/** The points of a customer, in the unit of work of the order that they pay for. */
public interface PointsPurse {

    /** Refuses a price that the account's points do not reach. */
    void mustAfford(LoyaltyAccountId account, String organization, int points, Instant at);

    void follow(LoyaltyCommand command);
}
