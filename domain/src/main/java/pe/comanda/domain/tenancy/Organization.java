package pe.comanda.domain.tenancy;

import static pe.comanda.domain.tenancy.OrganizationRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.OrganizationCommand.*;
import pe.comanda.domain.tenancy.OrganizationEvent.*;

import java.util.List;

/** An organization in one of its states: the tenant to whom everything else belongs. */
public sealed interface Organization {
    Organization NOT_REGISTERED = new NotRegistered();

    record NotRegistered() implements Organization {}

    record Active(Profile profile) implements Organization {}

    record Suspended(Profile profile) implements Organization {}

    record Profile(
            Slug slug,
            String name,
            String legalName,
            @Nullable Ruc ruc,
            @Nullable String logoUrl) {}

    default List<OrganizationEvent> decide(OrganizationCommand command) {
        return switch (command) {
            case RegisterOrganization register -> {
                ORGANIZATION_IS_REGISTERED_ONCE.require(this instanceof NotRegistered);
                yield List.of(
                        new OrganizationRegistered(
                                register.organization(),
                                register.slug(),
                                name(register.name()),
                                Words.optional("legalName", register.legalName(), 255),
                                register.ruc()));
            }
            case ChangeOrganization change -> changed(profile(), change);
            case SuspendOrganization(var id, var reason) -> {
                var _ = profile();
                ORGANIZATION_MUST_BE_ACTIVE.require(this instanceof Active);
                var why = Words.optional("reason", reason, 500);
                SUSPENSION_NEEDS_REASON.require(why.length() >= 3);
                yield List.of(new OrganizationSuspended(id, why));
            }
            case ResumeOrganization(var id) -> {
                var _ = profile();
                ORGANIZATION_MUST_BE_SUSPENDED.require(this instanceof Suspended);
                yield List.of(new OrganizationResumed(id));
            }
        };
    }

    default Organization evolve(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered(_, var slug, var name, var legalName, var ruc) ->
                    new Active(new Profile(slug, name, legalName, ruc, null));
            case OrganizationChanged change -> {
                var profile = with(profile(), change);
                yield this instanceof Suspended ? new Suspended(profile) : new Active(profile);
            }
            case OrganizationSuspended _ -> new Suspended(profile());
            case OrganizationResumed _ -> new Active(profile());
        };
    }

    /** Refuses where nobody has registered it. */
    default Profile profile() {
        return switch (this) {
            case NotRegistered _ -> throw ORGANIZATION_MUST_EXIST.broken();
            case Active(var profile) -> profile;
            case Suspended(var profile) -> profile;
        };
    }

    /** Only what is really another goes into the event: two editors of different fields agree. */
    private static List<OrganizationEvent> changed(Profile now, ChangeOrganization wish) {
        var name = wish.name() == null ? null : other(now.name(), name(wish.name()));
        var legalName =
                wish.legalName() == null
                        ? null
                        : other(
                                now.legalName(),
                                Words.optional("legalName", wish.legalName(), 255));
        var ruc = wish.ruc() == null ? null : other(now.ruc(), wish.ruc());
        var logo = wish.logoUrl() == null ? null : other(now.logoUrl(), logo(wish.logoUrl()));
        return name == null && legalName == null && ruc == null && logo == null
                ? List.of()
                : List.of(new OrganizationChanged(wish.organization(), name, legalName, ruc, logo));
    }

    private static Profile with(Profile now, OrganizationChanged change) {
        return new Profile(
                now.slug(),
                change.name() == null ? now.name() : change.name(),
                change.legalName() == null ? now.legalName() : change.legalName(),
                change.ruc() == null ? now.ruc() : change.ruc(),
                change.logoUrl() == null ? now.logoUrl() : change.logoUrl());
    }

    private static String name(String text) {
        var name = Words.required("name", text, 255);
        ORGANIZATION_NAME_TOO_SHORT.require(name.length() >= 2);
        return name;
    }

    /** Empty takes the logo away. */
    private static String logo(String text) {
        var url = Words.optional("logoUrl", text, 500);
        LOGO_URL_MALFORMED.require(url.isEmpty() || url.matches("(https://|/)[^\\s\"'<>]+"));
        return url;
    }

    private static <T> @Nullable T other(@Nullable T now, T wish) {
        return wish.equals(now) ? null : wish;
    }
}
