package pe.comanda.api.security;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's sessions are over at this moment: a log-out, a new password, another role, a person
 * disabled, an organization suspended. Published to this process on every node that runs the door.
 *
 * @param staff null where the whole organization is meant, or a single session
 * @param session the refresh family or the table session; null where all of the person's are meant
 */
public record SessionsRevoked(
        String organization, @Nullable String staff, @Nullable String session, String because) {

    /** Whether this ends the session of this person. */
    public boolean concerns(String otherOrganization, String actor, String otherSession) {
        return organization.equals(otherOrganization)
                && (staff == null || staff.equals(actor))
                && (session == null || session.equals(otherSession));
    }
}
