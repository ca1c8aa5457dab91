package pe.comanda.domain.access;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who sends a message, and from where. Travels as metadata of every command, query and event.
 *
 * @param organization id of the organization, empty only for sign-up and for the platform's own
 *     people
 * @param branch the branch that the message is about, where the route names one
 * @param branches the branches that the person may act in
 * @param actor id of the person, of the diner's table session, or {@code system}
 * @param session the diner's own table session, else null
 * @param device what the client says of itself; @param address the network address
 * @param correlation the request that everything since belongs to
 */
public record Caller(
        String organization,
        @Nullable String branch,
        Set<String> branches,
        String actor,
        Role role,
        @Nullable String session,
        String device,
        String address,
        String correlation) {

    public Caller {
        branches = Set.copyOf(branches);
    }

    /** The program itself, acting inside an organization. */
    public static Caller system(String organization, @Nullable String branch, String correlation) {
        return new Caller(
                organization,
                branch,
                Set.of(),
                "system",
                Role.SYSTEM,
                null,
                "comanda",
                "",
                correlation);
    }

    public Caller inBranch(String other) {
        return new Caller(
                organization, other, branches, actor, role, session, device, address, correlation);
    }

    /**
     * Whether the branch is within reach. Of roles that reach every branch of their organization
     * the door tells which ones these are, so that none of them reaches another organization's.
     */
    public boolean reachesBranch(String other) {
        return branches.contains(other) || branches.isEmpty() && role.reachesAllBranches();
    }

    /** As the metadata of a message: texts only, so that it survives every serializer. */
    public Map<String, String> toMetadata() {
        var metadata = new HashMap<String, String>();
        metadata.put(MetadataKey.ORGANIZATION, organization);
        metadata.put(MetadataKey.ACTOR, actor);
        metadata.put(MetadataKey.ROLE, role.name());
        metadata.put(MetadataKey.DEVICE, device);
        metadata.put(MetadataKey.ADDRESS, address);
        metadata.put(MetadataKey.CORRELATION, correlation);
        if (branch != null) {
            metadata.put(MetadataKey.BRANCH, branch);
        }
        if (!branches.isEmpty()) {
            metadata.put(MetadataKey.BRANCHES, String.join(",", branches));
        }
        if (session != null) {
            metadata.put(MetadataKey.SESSION, session);
        }
        return metadata;
    }

    /** Reads a caller back; refuses a message without one. */
    public static Caller from(Map<String, ?> metadata) {
        var role = text(metadata, MetadataKey.ROLE);
        AccessRule.CALLER_REQUIRED.require(!role.isEmpty());
        var branches = text(metadata, MetadataKey.BRANCHES);
        return new Caller(
                text(metadata, MetadataKey.ORGANIZATION),
                nullable(metadata, MetadataKey.BRANCH),
                branches.isEmpty()
                        ? Set.of()
                        : new LinkedHashSet<>(List.of(branches.split(",", -1))),
                text(metadata, MetadataKey.ACTOR),
                Role.valueOf(role),
                nullable(metadata, MetadataKey.SESSION),
                text(metadata, MetadataKey.DEVICE),
                text(metadata, MetadataKey.ADDRESS),
                text(metadata, MetadataKey.CORRELATION));
    }

    private static String text(Map<String, ?> metadata, String key) {
        var value = metadata.get(key);
        return value == null ? "" : value.toString();
    }

    private static @Nullable String nullable(Map<String, ?> metadata, String key) {
        var value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
