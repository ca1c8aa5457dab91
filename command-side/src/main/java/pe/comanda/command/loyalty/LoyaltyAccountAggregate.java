package pe.comanda.command.loyalty;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand;
import pe.comanda.domain.loyalty.LoyaltyCommand.*;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.AccountOpened;

/**
 * Runs {@link LoyaltyAccount} on Axon. Like a stock item it lives for years, so it is loaded from
 * snapshots: the annotated fields are the whole of one.
 */
@Aggregate(
        type = "LoyaltyAccount",
        cache = "aggregateCache",
        snapshotTriggerDefinition = "everyTwoHundredEvents")
class LoyaltyAccountAggregate {
    @AggregateIdentifier @JsonProperty private @Nullable LoyaltyAccountId id;
    @JsonProperty private Owner owner = Owner.NOBODY;
    @JsonProperty private LoyaltyAccount account = LoyaltyAccount.EMPTY;

    LoyaltyAccountAggregate() {}

    /** Opened with its customer, in the customer's unit of work. */
    LoyaltyAccountAggregate(CustomerId customer, Owner whose) {
        var _ = apply(new AccountOpened(LoyaltyAccountId.of(customer), customer), whose.stamp());
    }

    @CommandHandler
    long handle(EarnPoints command, MetaData metadata) {
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
    long handle(AdjustPoints command, MetaData metadata) {
        return decide(command, metadata);
    }

    @CommandHandler
    long handle(ExpirePoints command, MetaData metadata) {
        return decide(command, metadata);
    }

    private long decide(LoyaltyCommand command, MetaData metadata) {
        owner.admit(metadata);
        follow(command);
        return getVersion();
    }

    /** Does what an order brings about at the account, in the order's own transaction. */
    void follow(LoyaltyCommand command) {
        account.decide(command)
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
    }

    LoyaltyAccount of(String organization) {
        AccessRule.FOREIGN_TENANT.require(owner.organization().equals(organization));
        return account;
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
