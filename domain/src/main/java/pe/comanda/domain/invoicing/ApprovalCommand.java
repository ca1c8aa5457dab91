package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;

import java.time.Instant;

/** Everything one can ask of a second person's word. Who asks is the caller. */
public sealed interface ApprovalCommand extends Command {
    ApprovalId approval();

    @Override
    default ApprovalId target() {
        return approval();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case RequestApproval _ -> Permission.INVOICES_VOID;
            case GrantApproval _, RefuseApproval _ -> Permission.INVOICES_APPROVE;
        };
    }

    /**
     * Asks another person to allow an action on a document. Reason: 1 to 200 characters.
     *
     * @param amount up to which the action goes; null for the document's total
     */
    record RequestApproval(
            ApprovalId approval,
            InvoiceId invoice,
            GuardedAction action,
            @Nullable Money amount,
            String reason,
            Instant at)
            implements ApprovalCommand {}

    record GrantApproval(ApprovalId approval, Instant at) implements ApprovalCommand {}

    /** Reason: 1 to 200 characters. */
    record RefuseApproval(ApprovalId approval, String reason, Instant at)
            implements ApprovalCommand {}
}
