package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_REQUIRED;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.Approval;
import pe.comanda.domain.invoicing.ApprovalCommand.RequestApproval;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.util.Set;

/**
 * Lets what goes above the organization's limit through only where a second person has said yes to
 * it: to this action, on this document, up to this amount, once. The word is used up in the unit of
 * work of the action itself, so that it never serves two.
 */
@Component
class FourEyes {
    private final ObjectProvider<Configuration> axon;
    private final Histories histories;
    private final Approvals approvals;

    FourEyes(ObjectProvider<Configuration> axon, Histories histories, Approvals approvals) {
        this.axon = axon;
        this.histories = histories;
        this.approvals = approvals;
    }

    @CommandHandler
    long handle(RequestApproval command, MetaData metadata) throws Exception {
        var issued =
                histories
                        .find(command.invoice())
                        .orElseThrow(() -> AccessRule.NOT_FOUND.broken("id", command.invoice()));
        var owner = issued.owner();
        owner.admit(metadata.withoutKeys(Set.of(MetadataKey.EXPECTED_VERSION)));
        var decided =
                Approval.NOT_REQUESTED.request(
                        command,
                        issued.document().totals().payable(),
                        Caller.from(metadata).actor());
        decided.forEach(event -> approvals.follow(event, owner));
        var _ =
                axon.getObject()
                        .repository(ApprovalAggregate.class)
                        .newInstance(() -> new ApprovalAggregate(decided, owner));
        return decided.size() - 1L;
    }

    /** Refuses where it is too much for one person, and uses up the other one's word. */
    void mustAllow(GuardedAction action, InvoiceId invoice, Money amount, Owner owner, Instant at) {
        var limit = approvals.limit(owner.organization());
        if (limit.isEmpty() || !amount.isMoreThan(limit.get())) {
            return;
        }
        var granted =
                approvals
                        .granted(invoice, action, amount)
                        .orElseThrow(() -> APPROVAL_REQUIRED.broken("above", limit.get()));
        var aggregate = axon.getObject().repository(ApprovalAggregate.class).load(granted.value());
        var used = aggregate.invoke(shell -> shell.approval().use(granted, amount, at));
        used.forEach(event -> approvals.follow(event, owner));
        aggregate.execute(shell -> shell.record(used));
    }
}
