package pe.comanda.api.shared;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A request, as far as every command and query needs to know it. Controllers take it as a
 * parameter.
 */
public final class Asking {
    private final Caller caller;
    private final String idempotencyKey;
    private final String expectedVersion;
    private final String minPosition;
    private final Supplier<String> bodyDigest;

    Asking(
            Caller caller,
            String idempotencyKey,
            String expectedVersion,
            String minPosition,
            Supplier<String> bodyDigest) {
        this.caller = caller;
        this.idempotencyKey = idempotencyKey;
        this.expectedVersion = expectedVersion;
        this.minPosition = minPosition;
        this.bodyDigest = bodyDigest;
    }

    public Caller caller() {
        return caller;
    }

    /** The same request, about this branch. */
    public Asking inBranch(String branch) {
        return new Asking(
                caller.inBranch(branch), idempotencyKey, expectedVersion, minPosition, bodyDigest);
    }

    /** The same request, for a view that has read as far as this position. */
    public Asking after(long position) {
        return new Asking(
                caller, idempotencyKey, expectedVersion, String.valueOf(position), bodyDigest);
    }

    /**
     * The same request, asked by the program itself: for what a visitor without a token may be told
     * although the visitor's own role may not ask.
     */
    public Asking byTheDoor(String organization, @Nullable String branch) {
        var door = Caller.system(organization, branch, caller.correlation());
        return new Asking(door, idempotencyKey, expectedVersion, minPosition, bodyDigest);
    }

    /** The same request, by the guests of this table session: for a visitor who scanned a code. */
    public Asking byGuests(String organization, String branch, String session) {
        var guests =
                new Caller(
                        organization,
                        branch,
                        Set.of(branch),
                        session,
                        Role.CUSTOMER,
                        session,
                        caller.device(),
                        caller.address(),
                        caller.correlation());
        return new Asking(guests, idempotencyKey, expectedVersion, minPosition, bodyDigest);
    }

    /** The same request, about this organization: only the platform's own people reach another. */
    public Asking inOrganization(String organization) {
        AccessRule.FOREIGN_TENANT.require(
                caller.role() == Role.SUPER_ADMIN || caller.organization().equals(organization));
        var there =
                new Caller(
                        organization,
                        caller.branch(),
                        caller.branches(),
                        caller.actor(),
                        caller.role(),
                        caller.session(),
                        caller.device(),
                        caller.address(),
                        caller.correlation());
        return new Asking(there, idempotencyKey, expectedVersion, minPosition, bodyDigest);
    }

    /** From {@code Idempotency-Key}, or empty. */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /** From {@code If-Match}, or empty. */
    public String expectedVersion() {
        return expectedVersion;
    }

    /** From {@code Comanda-Position}, or empty. */
    public String minPosition() {
        return minPosition;
    }

    /** Digest of method, path and body: two requests under one idempotency key must agree in it. */
    public String bodyDigest() {
        return idempotencyKey.isEmpty() ? "" : bodyDigest.get();
    }
}
