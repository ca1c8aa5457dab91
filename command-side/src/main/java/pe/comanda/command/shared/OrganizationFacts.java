package pe.comanda.command.shared;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What decisions need to know of an organization.
 *
 * @param legalName empty until the organization has told it
 * @param ruc null until the organization has one: then no document can be issued
 */
public record OrganizationFacts(
        String organization,
        String slug,
        String name,
        String legalName,
        @Nullable String ruc,
        boolean suspended) {

    /** Finds them. */
    public interface Source {
        Optional<OrganizationFacts> find(String organization);
    }
}
