package pe.comanda.command.shared;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Role;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose an aggregate is. An aggregate learns it from its first event and admits nobody else; every
 * event it emits carries it. This is the first of the two walls between tenants.
 *
 * @param branch null for what belongs to the organization as a whole
 */
public record Owner(String organization, @Nullable String branch) {
    public static final Owner NOBODY = new Owner("", null);

    /** The branch of what belongs to one. */
    public String mustHaveBranch() {
        if (branch == null) {
            throw new IllegalStateException("It belongs to " + organization + " as a whole");
        }
        return branch;
    }

    public static Owner of(MetaData metadata) {
        return new Owner(
                String.valueOf(metadata.getOrDefault(MetadataKey.ORGANIZATION, "")),
                (String) metadata.get(MetadataKey.BRANCH));
    }

    /**
     * Refuses a caller from elsewhere, and one who acts on an older version than the aggregate's
     * ({@code If-Match}). An aggregate that nobody owns yet admits everybody. Called by the
     * aggregate, in its own scope.
     */
    public void admit(MetaData metadata) {
        if (equals(NOBODY)) {
            return;
        }
        var caller = Caller.from(metadata);
        AccessRule.FOREIGN_TENANT.require(caller.organization().equals(organization));
        if (branch != null && caller.role() != Role.CUSTOMER) {
            AccessRule.FOREIGN_BRANCH.require(caller.reachesBranch(branch));
        }
        var expected = metadata.get(MetadataKey.EXPECTED_VERSION);
        if (expected != null) {
            long actual = AggregateLifecycle.getVersion();
            AccessRule.STALE_VERSION.require(
                    Long.parseLong(expected.toString()) == actual, "actualVersion", actual);
        }
    }

    /** The same organization, no branch in particular. */
    public Owner wholeOrganization() {
        return new Owner(organization, null);
    }

    /** Metadata for the events of what is owned. */
    public MetaData stamp() {
        if (equals(NOBODY)) {
            return MetaData.emptyInstance();
        }
        Map<String, Object> stamp = new HashMap<>();
        stamp.put(MetadataKey.ORGANIZATION, organization);
        stamp.put(MetadataKey.BRANCH, branch);
        return MetaData.from(stamp);
    }
}
