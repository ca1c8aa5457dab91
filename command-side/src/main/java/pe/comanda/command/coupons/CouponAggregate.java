package pe.comanda.command.coupons;

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
import pe.comanda.domain.coupons.Coupon;
import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.CouponCommand.*;
import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.coupons.IssuedCoupon;

/**
 * Runs {@link Coupon} on Axon. Holds no rule of its own. Every order that has it adds to its
 * history, so it is loaded from snapshots: the annotated fields are the whole of one.
 */
@Aggregate(
        type = "Coupon",
        cache = "aggregateCache",
        snapshotTriggerDefinition = "everyTwoHundredEvents")
class CouponAggregate {
    @AggregateIdentifier @JsonProperty private @Nullable CouponId id;
    @JsonProperty private Owner owner = Owner.NOBODY;

    @JsonProperty
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private Coupon coupon = Coupon.NOT_CREATED;

    CouponAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateCoupon command, MetaData metadata, CouponRegister register) {
        register.mustReach(command.terms(), metadata);
        register.claim(command, Owner.of(metadata).organization());
        return decide(command, metadata, register);
    }

    @CommandHandler
    long handle(ChangeCoupon command, MetaData metadata, CouponRegister register) {
        owner.admit(metadata);
        register.mustReach(coupon.issued().terms(), metadata);
        register.mustReach(command.terms(), metadata);
        return decide(command, metadata, register);
    }

    @CommandHandler
    long handle(DeactivateCoupon command, MetaData metadata, CouponRegister register) {
        owner.admit(metadata);
        register.mustReach(coupon.issued().terms(), metadata);
        return decide(command, metadata, register);
    }

    @CommandHandler
    long handle(ReactivateCoupon command, MetaData metadata, CouponRegister register) {
        owner.admit(metadata);
        register.mustReach(coupon.issued().terms(), metadata);
        return decide(command, metadata, register);
    }

    private long decide(CouponCommand command, MetaData metadata, CouponRegister register) {
        var whose = Owner.of(metadata).wholeOrganization();
        register.decide(coupon, command)
                .forEach(
                        event -> {
                            var _ = apply(event, whose.stamp());
                        });
        return getVersion();
    }

    /** Does what an order brings about at its coupon, in the order's own transaction. */
    void follow(CouponCommand command) {
        coupon.decide(command, CouponRegister.NO_MENU)
                .forEach(
                        event -> {
                            var _ = apply(event, owner.stamp());
                        });
    }

    IssuedCoupon issuedBy(String organization) {
        AccessRule.FOREIGN_TENANT.require(owner.organization().equals(organization));
        return coupon.issued();
    }

    @EventSourcingHandler
    void on(CouponEvent event, MetaData metadata) {
        if (id == null) {
            id = event.coupon();
            owner = Owner.of(metadata).wholeOrganization();
        }
        coupon = coupon.evolve(event);
    }
}
