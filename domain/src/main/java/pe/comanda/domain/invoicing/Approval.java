package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_IS_BY_ANOTHER_PERSON;
import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_IS_DECIDED_ONCE;
import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_IS_REQUESTED_ONCE;
import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_REQUIRED;

import pe.comanda.domain.invoicing.ApprovalCommand.GrantApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RefuseApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RequestApproval;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalGranted;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRefused;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRequested;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalUsed;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Words;

import java.time.Instant;
import java.util.List;

/**
 * A second person's word on an action of finance: asked for by one, given by another, used once.
 */
public sealed interface Approval {
    Approval NOT_REQUESTED = new NotRequested();

    int LONGEST_REASON = 200;

    record NotRequested() implements Approval {}

    /**
     * @param by who asked
     */
    record Requested(Money amount, String by) implements Approval {}

    record Granted(Money amount) implements Approval {}

    /** Refused or used. */
    record Closed() implements Approval {}

    /**
     * @param payable of the document, which is meant where no amount is named
     * @param by who asks
     */
    default List<ApprovalEvent> request(RequestApproval command, Money payable, String by) {
        APPROVAL_IS_REQUESTED_ONCE.require(this instanceof NotRequested);
        var amount = command.amount() == null ? payable : command.amount();
        APPROVAL_HAS_AN_AMOUNT.require(amount.isPositive());
        return List.of(
                new ApprovalRequested(
                        command.approval(),
                        command.invoice(),
                        command.action(),
                        amount,
                        Words.required("reason", command.reason(), LONGEST_REASON),
                        by,
                        command.at()));
    }

    default List<ApprovalEvent> grant(GrantApproval command, String by) {
        var requested = mustBeOpen();
        APPROVAL_IS_BY_ANOTHER_PERSON.require(!requested.by().equals(by));
        return List.of(new ApprovalGranted(command.approval(), by, command.at()));
    }

    /** Whoever asked may also take the wish back. */
    default List<ApprovalEvent> refuse(RefuseApproval command, String by) {
        var _ = mustBeOpen();
        return List.of(
                new ApprovalRefused(
                        command.approval(),
                        Words.required("reason", command.reason(), LONGEST_REASON),
                        by,
                        command.at()));
    }

    /**
     * The action is done.
     *
     * @param amount that it came to
     */
    default List<ApprovalEvent> use(ApprovalId approval, Money amount, Instant at) {
        APPROVAL_REQUIRED.require(
                this instanceof Granted granted && !amount.isMoreThan(granted.amount()));
        return List.of(new ApprovalUsed(approval, amount, at));
    }

    default Approval evolve(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested requested -> new Requested(requested.amount(), requested.by());
            case ApprovalGranted _ ->
                    this instanceof Requested it ? new Granted(it.amount()) : this;
            case ApprovalRefused _, ApprovalUsed _ -> new Closed();
        };
    }

    private Requested mustBeOpen() {
        if (this instanceof Requested requested) {
            return requested;
        }
        throw APPROVAL_IS_DECIDED_ONCE.broken();
    }
}
