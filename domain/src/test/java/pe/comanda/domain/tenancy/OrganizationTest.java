package pe.comanda.domain.tenancy;

import static pe.comanda.domain.tenancy.OrganizationRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.OrganizationCommand.*;
import pe.comanda.domain.tenancy.OrganizationEvent.*;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganizationTest {
    private static final OrganizationId ID = new OrganizationId("org-1");
    private static final Slug SLUG = new Slug("el-muelle");
    private static final Ruc RUC = new Ruc("20131312955");
    private static final Ruc OTHER_RUC = new Ruc("20000000001");
    private static final OrganizationRegistered REGISTERED =
            new OrganizationRegistered(ID, SLUG, "El Muelle", "", null);
    private static final OrganizationSuspended SUSPENDED = new OrganizationSuspended(ID, "no paga");

    @Test
    void it_is_registered_with_blanks_cut_off() {
        given().when(new RegisterOrganization(ID, SLUG, " El Muelle ", " ", null)).then(REGISTERED);
    }

    @Test
    void it_is_registered_once() {
        given(REGISTERED)
                .when(new RegisterOrganization(ID, SLUG, "El Muelle", "", null))
                .refusedBy(ORGANIZATION_IS_REGISTERED_ONCE);
    }

    @Test
    void it_has_a_name_of_two_characters() {
        given().when(new RegisterOrganization(ID, SLUG, "E", "", null))
                .refusedBy(ORGANIZATION_NAME_TOO_SHORT);
        given().when(new RegisterOrganization(ID, SLUG, " ", "", null))
                .refusedBy(Words.TEXT_REQUIRED);
    }

    @Test
    void only_what_changes_is_in_the_event() {
        given(REGISTERED)
                .when(new ChangeOrganization(ID, "El Muelle", null, RUC, null))
                .then(new OrganizationChanged(ID, null, null, RUC, null));
    }

    @Test
    void two_editors_of_different_fields_both_get_their_way() {
        given(REGISTERED)
                .when(new ChangeOrganization(ID, "Muelle Uno", null, null, null))
                .and()
                .when(new ChangeOrganization(ID, null, "Muelle S.A.C.", null, null))
                .and()
                .when(new ChangeOrganization(ID, "Muelle Uno", "Muelle S.A.C.", null, null))
                .then();
    }

    @Test
    void what_does_not_change_leaves_no_event() {
        given(REGISTERED, new OrganizationChanged(ID, null, null, RUC, null))
                .when(new ChangeOrganization(ID, "El Muelle", "", RUC, null))
                .then();
    }

    @Test
    void a_logo_is_an_https_address_or_a_path_or_nothing() {
        given(REGISTERED)
                .when(new ChangeOrganization(ID, null, null, null, "javascript:alert(1)"))
                .refusedBy(LOGO_URL_MALFORMED);
        given(REGISTERED)
                .when(new ChangeOrganization(ID, null, null, null, "https://muelle.pe/logo.png"))
                .and()
                .when(new ChangeOrganization(ID, null, null, null, ""))
                .then(new OrganizationChanged(ID, null, null, null, ""));
    }

    @Test
    void it_is_suspended_with_a_reason_and_resumed() {
        given(REGISTERED).when(new SuspendOrganization(ID, " no paga ")).then(SUSPENDED);
        given(REGISTERED, SUSPENDED)
                .when(new ResumeOrganization(ID))
                .then(new OrganizationResumed(ID));
        given(REGISTERED)
                .when(new SuspendOrganization(ID, "no"))
                .refusedBy(SUSPENSION_NEEDS_REASON);
    }

    @Test
    void suspending_and_resuming_take_turns() {
        given(REGISTERED, SUSPENDED)
                .when(new SuspendOrganization(ID, "otra vez"))
                .refusedBy(ORGANIZATION_MUST_BE_ACTIVE);
        given(REGISTERED)
                .when(new ResumeOrganization(ID))
                .refusedBy(ORGANIZATION_MUST_BE_SUSPENDED);
    }

    @Test
    void a_change_while_suspended_leaves_it_suspended() {
        given(REGISTERED, SUSPENDED)
                .when(new ChangeOrganization(ID, null, null, OTHER_RUC, null))
                .and()
                .when(new ResumeOrganization(ID))
                .then(new OrganizationResumed(ID));
    }

    @Test
    void nothing_is_asked_of_one_that_does_not_exist() {
        given().when(new ChangeOrganization(ID, "X", null, null, null))
                .refusedBy(ORGANIZATION_MUST_EXIST);
        given().when(new SuspendOrganization(ID, "no paga")).refusedBy(ORGANIZATION_MUST_EXIST);
        given().when(new ResumeOrganization(ID)).refusedBy(ORGANIZATION_MUST_EXIST);
    }

    private static Spec<Organization, OrganizationCommand, OrganizationEvent> given(
            OrganizationEvent... events) {
        return new Spec<Organization, OrganizationCommand, OrganizationEvent>(
                        Organization.NOT_REGISTERED, Organization::decide, Organization::evolve)
                .given(List.of(events));
    }
}
