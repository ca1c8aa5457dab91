package pe.comanda.command.loyalty;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;

import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Shells;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.AccountOpened;
import pe.comanda.domain.loyalty.LoyaltyEvent.PointsAdjusted;

import java.time.Instant;
import java.util.List;

/** Points accounts on Axon, for tests of whoever pays with them. */
public final class PurseStage {
    private PurseStage() {}

    public static Configurer on(Configurer axon) {
        return axon.configureAggregate(Shells.of(LoyaltyAccountAggregate.class));
    }

    public static PointsPurse purse(Configuration axon) {
        return new Purses(id -> axon.repository(LoyaltyAccountAggregate.class).load(id));
    }

    /** An account that has these points since then. */
    public static void open(
            Configuration axon, CustomerId customer, String organization, int points, Instant at) {
        var account = LoyaltyAccountId.of(customer);
        var history =
                List.<LoyaltyEvent>of(
                        new AccountOpened(account, customer),
                        new PointsAdjusted(account, points, "cortesía", at, points));
        for (int i = 0; i < history.size(); i++) {
            axon.eventStore()
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "LoyaltyAccountAggregate",
                                    account.value(),
                                    i,
                                    history.get(i),
                                    new Owner(organization, null).stamp()));
        }
    }
}
