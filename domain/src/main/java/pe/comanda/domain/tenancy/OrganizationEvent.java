package pe.comanda.domain.tenancy;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.DomainEvent;

/** Everything that can have happened to an organization. Stored for ever. */
public sealed interface OrganizationEvent extends DomainEvent {
    OrganizationId organization();

    record OrganizationRegistered(
            OrganizationId organization,
            Slug slug,
            String name,
            String legalName,
            @Nullable Ruc ruc)
            implements OrganizationEvent {}

    /** Holds what has changed; what is null stayed. */
    record OrganizationChanged(
            OrganizationId organization,
            @Nullable String name,
            @Nullable String legalName,
            @Nullable Ruc ruc,
            @Nullable String logoUrl)
            implements OrganizationEvent {}

    record OrganizationSuspended(OrganizationId organization, String reason)
            implements OrganizationEvent {}

    record OrganizationResumed(OrganizationId organization) implements OrganizationEvent {}
}
