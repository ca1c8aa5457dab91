package pe.comanda.domain.tenancy;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/** Everything one can ask of an organization. */
public sealed interface OrganizationCommand extends Command {
    OrganizationId organization();

    @Override
    default OrganizationId target() {
        return organization();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case RegisterOrganization _ -> Permission.INTERNAL;
            case ChangeOrganization _ -> Permission.ORG_UPDATE;
            case SuspendOrganization _, ResumeOrganization _ -> Permission.ORG_SUSPEND;
        };
    }

    /**
     * A part of signing up.
     *
     * @param name 2 to 255 characters
     * @param ruc null until the organization has one; without it no document can be issued
     */
    record RegisterOrganization(
            OrganizationId organization,
            Slug slug,
            String name,
            String legalName,
            @Nullable Ruc ruc)
            implements OrganizationCommand {}

    /** What is null stays as it is. */
    record ChangeOrganization(
            OrganizationId organization,
            @Nullable String name,
            @Nullable String legalName,
            @Nullable Ruc ruc,
            @Nullable String logoUrl)
            implements OrganizationCommand {}

    /** Stops logins, commands and open sockets at once. Reason: 3 to 500 characters. */
    record SuspendOrganization(OrganizationId organization, String reason)
            implements OrganizationCommand {}

    record ResumeOrganization(OrganizationId organization) implements OrganizationCommand {}
}
