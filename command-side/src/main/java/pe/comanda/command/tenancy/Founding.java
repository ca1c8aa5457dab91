package pe.comanda.command.tenancy;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.domain.tenancy.BranchCommand.OpenBranch;
import pe.comanda.domain.tenancy.OrganizationCommand.RegisterOrganization;

/** Makes an organization and its first branch within the unit of work of a command. */
@Component
public class Founding {
    private final ObjectProvider<Configuration> axon;
    private final OrganizationRegister organizations;
    private final BranchRegister branches;

    Founding(
            ObjectProvider<Configuration> axon,
            OrganizationRegister organizations,
            BranchRegister branches) {
        this.axon = axon;
        this.organizations = organizations;
        this.branches = branches;
    }

    public void found(RegisterOrganization registration, OpenBranch opening) throws Exception {
        var _ =
                axon.getObject()
                        .repository(OrganizationAggregate.class)
                        .newInstance(() -> new OrganizationAggregate(registration, organizations));
        var organization = registration.organization().value();
        var _ =
                axon.getObject()
                        .repository(BranchAggregate.class)
                        .newInstance(() -> new BranchAggregate(opening, organization, branches));
    }
}
