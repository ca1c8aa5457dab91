package pe.comanda.command.loyalty;

import org.axonframework.modelling.command.Aggregate;

import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;

import java.time.Instant;
import java.util.function.Function;

/**
 * The accounts, as an order reaches them: in its own transaction. An order takes their locks last,
 * and so never waits for anything while it holds one.
 */
class Purses implements PointsPurse {
    private final Function<String, Aggregate<LoyaltyAccountAggregate>> load;

    /**
     * @param load loads an account within the unit of work at hand
     */
    Purses(Function<String, Aggregate<LoyaltyAccountAggregate>> load) {
        this.load = load;
    }

    @Override
    public void mustAfford(LoyaltyAccountId account, String organization, int points, Instant at) {
        load.apply(account.value()).execute(shell -> shell.of(organization).mustAfford(points, at));
    }

    @Override
    public void follow(LoyaltyCommand command) {
        load.apply(command.account().value()).execute(shell -> shell.follow(command));
    }
}
