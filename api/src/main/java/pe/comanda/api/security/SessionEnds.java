package pe.comanda.api.security;

import org.springframework.stereotype.Component;

import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.shared.Receipt;
import pe.comanda.domain.tenancy.OrganizationId;

import java.util.concurrent.CompletableFuture;

/**
 * Ends sessions after a command was accepted, and answers only when the door knows: whoever
 * disables somebody may be sure that the next request of that person is refused.
 */
@Component
public class SessionEnds {
    private final Sessions sessions;
    private final Revocations revocations;
    private final Actors actors;

    SessionEnds(Sessions sessions, Revocations revocations, Actors actors) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.actors = actors;
    }

    /** Logs the person out everywhere. */
    public CompletableFuture<Receipt> after(
            CompletableFuture<Receipt> accepted,
            String organization,
            StaffId staff,
            String because) {
        return accepted.thenApply(
                receipt -> {
                    sessions.endAllOf(organization, staff.value(), because);
                    return known(receipt, staff);
                });
    }

    /** Logs nobody out; only waits until the door knows what changed. */
    public CompletableFuture<Receipt> none(CompletableFuture<Receipt> accepted, StaffId staff) {
        return accepted.thenApply(receipt -> known(receipt, staff));
    }

    /** Closes the sockets of everybody in a suspended organization. */
    public CompletableFuture<Receipt> suspended(
            CompletableFuture<Receipt> accepted, OrganizationId organization) {
        return accepted.thenApply(
                receipt -> {
                    var _ = actors.standing(organization.value(), receipt.getPosition());
                    revocations.suspend(organization.value());
                    return receipt;
                });
    }

    /**
     * Only waits until the door knows what changed in the organization: a branch more, a suspension
     * less.
     */
    public CompletableFuture<Receipt> known(
            CompletableFuture<Receipt> accepted, String organization) {
        return accepted.thenApply(
                receipt -> {
                    var _ = actors.standing(organization, receipt.getPosition());
                    return receipt;
                });
    }

    private Receipt known(Receipt receipt, StaffId staff) {
        var _ = actors.find(staff.value(), receipt.getPosition());
        return receipt;
    }
}
