package pe.comanda.command.invoicing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.Approval;
import pe.comanda.domain.invoicing.ApprovalCommand.GrantApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RefuseApproval;
import pe.comanda.domain.invoicing.ApprovalEvent;
import pe.comanda.domain.invoicing.ApprovalId;

import java.util.List;

/** Runs {@link Approval} on Axon. Holds no rule of its own. It is made by {@link FourEyes}. */
@Aggregate(type = "FiscalApproval", cache = "aggregateCache")
class ApprovalAggregate {
    @AggregateIdentifier private @Nullable ApprovalId id;

    private Owner owner = Owner.NOBODY;
    private Approval approval = Approval.NOT_REQUESTED;

    ApprovalAggregate() {}

    /** Of what was decided: see {@link FourEyes}. */
    ApprovalAggregate(List<ApprovalEvent> decided, Owner of) {
        owner = of;
        record(decided);
    }

    @CommandHandler
    long handle(GrantApproval command, MetaData metadata, Approvals approvals) {
        owner.admit(metadata);
        return follow(approval.grant(command, Caller.from(metadata).actor()), approvals);
    }

    @CommandHandler
    long handle(RefuseApproval command, MetaData metadata, Approvals approvals) {
        owner.admit(metadata);
        return follow(approval.refuse(command, Caller.from(metadata).actor()), approvals);
    }

    private long follow(List<ApprovalEvent> decided, Approvals approvals) {
        decided.forEach(event -> approvals.follow(event, owner));
        record(decided);
        return getVersion();
    }

    void record(List<ApprovalEvent> decided) {
        decided.forEach(
                event -> {
                    var _ = apply(event, owner.stamp());
                });
    }

    Approval approval() {
        return approval;
    }

    @EventSourcingHandler
    void on(ApprovalEvent event, MetaData metadata) {
        if (id == null) {
            id = event.approval();
            owner = Owner.of(metadata);
        }
        approval = approval.evolve(event);
    }
}
