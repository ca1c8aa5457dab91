package pe.comanda.command.rewards;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.rewards.OfferedReward;
import pe.comanda.domain.rewards.Reward;
import pe.comanda.domain.rewards.RewardCommand;
import pe.comanda.domain.rewards.RewardCommand.*;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.rewards.RewardId;

/**
 * Runs {@link Reward} on Axon. Holds no rule of its own. Every order that has it adds to its
 * history, so it is loaded from snapshots: the annotated fields are the whole of one.
 */
@Aggregate(
        type = "Reward",
        cache = "aggregateCache",
        snapshotTriggerDefinition = "everyTwoHundredEvents")
class RewardAggregate {
    @AggregateIdentifier @JsonProperty private @Nullable RewardId id;
    @JsonProperty private Owner owner = Owner.NOBODY;

    @JsonProperty
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private Reward reward = Reward.NOT_OFFERED;

    RewardAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(OfferReward command, MetaData metadata, RewardBranches branches) {
        branches.mustReach(command.terms(), metadata);
        return decide(command, metadata, branches);
    }

    @CommandHandler
    long handle(ChangeReward command, MetaData metadata, RewardBranches branches) {
        owner.admit(metadata);
        branches.mustReach(reward.offered().terms(), metadata);
        branches.mustReach(command.terms(), metadata);
        return decide(command, metadata, branches);
    }

    @CommandHandler
    long handle(WithdrawReward command, MetaData metadata, RewardBranches branches) {
        owner.admit(metadata);
        branches.mustReach(reward.offered().terms(), metadata);
        return decide(command, metadata, branches);
    }

    @CommandHandler
    long handle(OfferRewardAgain command, MetaData metadata, RewardBranches branches) {
        owner.admit(metadata);
        branches.mustReach(reward.offered().terms(), metadata);
        return decide(command, metadata, branches);
    }

    private long decide(RewardCommand command, MetaData metadata, RewardBranches branches) {
        var whose = Owner.of(metadata).wholeOrganization();
        branches.decide(reward, command)
                .forEach(
                        event -> {
                            var _ = apply(event, whose.stamp());
                        });
        return getVersion();
    }

    /** Does what an order brings about at its reward, in the order's own transaction. */
    void follow(RewardCommand command) {
        reward.decide(command, RewardBranches.NO_MENU)
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
    }

    OfferedReward offeredBy(String organization) {
        AccessRule.FOREIGN_TENANT.require(owner.organization().equals(organization));
        return reward.offered();
    }

    @EventSourcingHandler
    void on(RewardEvent event, MetaData metadata) {
        if (id == null) {
            id = event.reward();
            owner = Owner.of(metadata).wholeOrganization();
        }
        reward = reward.evolve(event);
    }
}
