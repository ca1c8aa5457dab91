package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.*;

import org.springframework.stereotype.Component;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.Ruc;

/** Who issues at a branch. */
@Component
class Issuers {
    private final OrganizationFacts.Source organizations;
    private final BranchFacts.Source branches;
    private final Lookups lookups;

    Issuers(OrganizationFacts.Source organizations, BranchFacts.Source branches, Lookups lookups) {
        this.organizations = organizations;
        this.branches = branches;
        this.lookups = lookups;
    }

    /** The issuer; refuses an organization that has not told its RUC and legal name yet. */
    Issuer at(Owner owner) {
        return lookups.freshly(() -> known(owner));
    }

    private Issuer known(Owner owner) {
        var organization =
                organizations
                        .find(owner.organization())
                        .orElseThrow(
                                () ->
                                        AccessRule.NOT_FOUND.broken(
                                                "organization", owner.organization()));
        var branch =
                branches.find(owner.mustHaveBranch())
                        .orElseThrow(
                                () ->
                                        AccessRule.NOT_FOUND.broken(
                                                "branch", owner.mustHaveBranch()));
        if (organization.ruc() == null) {
            throw ISSUER_NEEDS_RUC.broken();
        }
        ISSUER_NEEDS_LEGAL_NAME.require(!organization.legalName().isBlank());
        return new Issuer(
                new Ruc(organization.ruc()),
                organization.legalName(),
                organization.name(),
                new IssuerAddress("", "", "", "", branch.address()),
                branch.establishment());
    }
}
