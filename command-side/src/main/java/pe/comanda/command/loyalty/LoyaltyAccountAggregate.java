package pe.comanda.command.loyalty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;
import pe.comanda.domain.loyalty.LoyaltyCommand.*;
import pe.comanda.domain.loyalty.LoyaltyEvent;

/** Runs {@link LoyaltyAccount} on Axon. The account comes to be with its first points. */
@Aggregate(type = "LoyaltyAccount", cache = "aggregateCache")
class LoyaltyAccountAggregate {
    @AggregateIdentifier private @Nullable LoyaltyAccountId id;

    private Owner owner = Owner.NOBODY;
    private LoyaltyAccount account = LoyaltyAccount.EMPTY;

    LoyaltyAccountAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(EarnPoints command, MetaData metadata, KnownCustomers customers) {
        mustBeOurs(command, metadata, customers);
        return decide(command, metadata);
    }

    @CommandHandler
    long handle(ReversePoints command, MetaData metadata) {
        return decide(command, metadata);
    }

    @CommandHandler
    long handle(RedeemPoints command, MetaData metadata) {
        return decide(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(AdjustPoints command, MetaData metadata, KnownCustomers customers) {
        mustBeOurs(command, metadata, customers);
        return decide(command, metadata);
    }

    @CommandHandler
    long handle(ExpirePoints command, MetaData metadata) {
        return decide(command, metadata);
    }

    /** Only a customer's own organization opens the account: nobody occupies somebody else's. */
    private void mustBeOurs(LoyaltyCommand command, MetaData metadata, KnownCustomers customers) {
        if (id == null) {
            var customer = PointsAccounts.customerOf(command.account());
            AccessRule.NOT_FOUND.require(
                    customers.knows(Owner.of(metadata).organization(), customer),
                    "id",
                    customer);
        }
    }

    private long decide(LoyaltyCommand command, MetaData metadata) {
        owner.admit(metadata);
        account.decide(command)
                .forEach(
                        event -> {
                            var _ = apply(event, Owner.of(metadata).wholeOrganization().stamp());
                        });
        return getVersion();
    }

    @EventSourcingHandler
    void on(LoyaltyEvent event, MetaData metadata) {
        if (id == null) {
            id = event.account();
            owner = Owner.of(metadata).wholeOrganization();
        }
        account = account.evolve(event);
    }
}
