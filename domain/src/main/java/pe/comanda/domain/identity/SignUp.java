package pe.comanda.domain.identity;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.StaffCommand.HireStaff;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchCommand.OpenBranch;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.OrganizationCommand.RegisterOrganization;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.PublicCode;
import pe.comanda.domain.tenancy.Ruc;
import pe.comanda.domain.tenancy.Slug;

import java.time.Instant;
import java.util.Set;

/**
 * A new organization with its first branch and its administrator: all three or none of them. Asked
 * by the door on behalf of somebody whom nobody knows yet.
 */
public record SignUp(
        OrganizationId organization,
        Slug slug,
        String organizationName,
        String legalName,
        @Nullable Ruc ruc,
        BranchId branch,
        PublicCode code,
        BranchSettings settings,
        TaxRegime regime,
        StaffId admin,
        String adminName,
        Email email,
        PasswordHash password,
        Instant at)
        implements Command {

    @Override
    public OrganizationId target() {
        return organization;
    }

    @Override
    public Permission requires() {
        return Permission.INTERNAL;
    }

    public RegisterOrganization registration() {
        return new RegisterOrganization(organization, slug, organizationName, legalName, ruc);
    }

    public OpenBranch opening() {
        return new OpenBranch(branch, code, settings, regime, at);
    }

    public HireStaff hiring() {
        return new HireStaff(admin, adminName, email, password, Role.ORG_ADMIN, Set.of());
    }
}
