package pe.comanda.api.demo;

import pe.comanda.api.demo.DemoScript.Branch;
import pe.comanda.api.demo.DemoScript.Person;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.PasswordHash;
import pe.comanda.domain.identity.SignUp;
import pe.comanda.domain.identity.StaffCommand.HireStaff;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchCommand.OpenBranch;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.MenuMode;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.PublicCode;
import pe.comanda.domain.tenancy.Ruc;
import pe.comanda.domain.tenancy.Slug;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the script into the commands that open a house: the organization, its branches and its
 * people. Ids are fixed, so that the README can name them.
 */
final class DemoCommands {
    private final DemoScript script;
    private final PasswordHash password;
    private final Instant at;

    DemoCommands(DemoScript script, PasswordHash password, Instant at) {
        this.script = script;
        this.password = password;
        this.at = at;
    }

    SignUp signUp() {
        var organization = script.organization();
        var first = script.branches().getFirst();
        var admin = script.staff().getFirst();
        return new SignUp(
                new OrganizationId(organization.id()),
                new Slug(organization.slug()),
                organization.name(),
                organization.legalName(),
                new Ruc(organization.ruc()),
                new BranchId(first.id()),
                new PublicCode(first.code()),
                settings(first),
                TaxRegime.REDUCED_RESTAURANT,
                staff(admin),
                admin.name(),
                email(admin),
                password,
                at);
    }

    List<OpenBranch> otherBranches() {
        return script.branches().stream()
                .skip(1)
                .map(
                        branch ->
                                new OpenBranch(
                                        new BranchId(branch.id()),
                                        new PublicCode(branch.code()),
                                        settings(branch),
                                        TaxRegime.REDUCED_RESTAURANT,
                                        at))
                .toList();
    }

    List<HireStaff> otherStaff() {
        return script.staff().stream()
                .skip(1)
                .map(
                        person ->
                                new HireStaff(
                                        staff(person),
                                        person.name(),
                                        email(person),
                                        password,
                                        person.role(),
                                        branches(person)))
                .toList();
    }

    private static BranchSettings settings(Branch branch) {
        return new BranchSettings(
                branch.name(),
                branch.address(),
                "",
                "America/Lima",
                "PEN",
                BigDecimal.ZERO,
                MenuMode.ORDERING,
                branch.establishment(),
                true,
                false,
                false);
    }

    private static Set<BranchId> branches(Person person) {
        return person.branches().stream()
                .map(key -> new BranchId("branch-demo-" + key))
                .collect(Collectors.toSet());
    }

    private static StaffId staff(Person person) {
        return new StaffId("staff-demo-" + person.key());
    }

    private static Email email(Person person) {
        return new Email(person.key() + "@demo.pe");
    }
}
