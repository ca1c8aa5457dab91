package pe.comanda.command.shared;

import org.axonframework.commandhandling.CommandMessage;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;

/** The branch in which something new is made: it must be there, and be the caller's. */
@Component
public class HomeBranch {
    private final BranchFacts.Source branches;
    private final Lookups lookups;

    public HomeBranch(BranchFacts.Source branches, Lookups lookups) {
        this.branches = branches;
        this.lookups = lookups;
    }

    /**
     * What is known of the branch that the message is about. Refuses a message without one, one of
     * another organization, and one that the caller is not assigned to.
     */
    public BranchFacts mustBeOf(CommandMessage<?> message) {
        var caller = Caller.from(message.getMetaData());
        var branch = caller.branch();
        if (branch == null) {
            throw AccessRule.BRANCH_REQUIRED.broken();
        }
        var facts = branches.find(branch);
        if (facts.isEmpty() && lookups.caughtUp()) {
            facts = branches.find(branch);
        }
        var found = facts.orElseThrow(() -> AccessRule.NOT_FOUND.broken("branch", branch));
        AccessRule.FOREIGN_TENANT.require(found.organization().equals(caller.organization()));
        AccessRule.FOREIGN_BRANCH.require(caller.reachesBranch(branch));
        return found;
    }
}
