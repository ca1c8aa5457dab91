package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Money;

import java.time.Instant;

/** Everything that can have happened to a second person's word. Stored for ever. */
public sealed interface ApprovalEvent extends DomainEvent {
    ApprovalId approval();

    /**
     * @param amount up to which the action may go
     * @param by id of who asks
     */
    record ApprovalRequested(
            ApprovalId approval,
            InvoiceId invoice,
            GuardedAction action,
            Money amount,
            String reason,
            String by,
            Instant at)
            implements ApprovalEvent {}

    /**
     * @param by id of the other person
     */
    record ApprovalGranted(ApprovalId approval, String by, Instant at) implements ApprovalEvent {}

    record ApprovalRefused(ApprovalId approval, String reason, String by, Instant at)
            implements ApprovalEvent {}

    /** What it was for is done, in the same breath. */
    record ApprovalUsed(ApprovalId approval, Money amount, Instant at) implements ApprovalEvent {}
}
