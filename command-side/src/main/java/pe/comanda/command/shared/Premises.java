package pe.comanda.command.shared;

import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;

/**
 * The branch that something new is made in. What exists already knows its {@link Owner}; what does
 * not must not be made where the caller has no business.
 */
@Component
public class Premises {
    private final BranchFacts.Source branches;
    private final Lookups lookups;

    Premises(BranchFacts.Source branches, Lookups lookups) {
        this.branches = branches;
        this.lookups = lookups;
    }

    /**
     * The branch that the message is about; refuses one that does not exist, is another
     * organization's, or that the caller is not assigned to.
     */
    public BranchFacts of(MetaData metadata) {
        return meantBy(Caller.from(metadata));
    }

    /** The same, for a caller who is known already. */
    public BranchFacts meantBy(Caller caller) {
        var id = caller.branch();
        if (id == null) {
            throw AccessRule.BRANCH_REQUIRED.broken();
        }
        var branch =
                lookups.freshly(
                        () ->
                                branches.find(id)
                                        .orElseThrow(
                                                () -> AccessRule.NOT_FOUND.broken("branch", id)));
        AccessRule.FOREIGN_TENANT.require(branch.organization().equals(caller.organization()));
        AccessRule.FOREIGN_BRANCH.require(
                caller.role() == Role.CUSTOMER || caller.reachesBranch(id));
        return branch;
    }
}
