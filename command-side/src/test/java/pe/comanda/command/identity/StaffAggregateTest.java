package pe.comanda.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.PasswordHash;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffEvent.*;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffAggregateTest {
    private static final StaffId SARA = new StaffId("staff-sara");
    private static final BranchId BRANCH = new BranchId("branch-1");
    private static final PasswordHash HASH = new PasswordHash("{argon2}" + "x".repeat(40));
    private static final HireStaff HIRE = hire(Role.WAITER, Set.of(BRANCH));
    private static final StaffHired HIRED = new StaffHired(SARA, Role.WAITER, List.of(BRANCH));
    private static final Map<String, String> ADMIN = admin("org-1").toMetadata();

    private final StaffTables tables = mock();
    private final BranchFacts.Source branches = mock();
    private final Lookups lookups = mock();
    private final AggregateTestFixture<StaffAggregate> fixture =
            new AggregateTestFixture<>(StaffAggregate.class);

    StaffAggregateTest() {
        when(branches.find("branch-1")).thenReturn(Optional.of(branchOf("org-1")));
        fixture.registerInjectableResource(new StaffRegister(branches, tables, lookups));
        fixture.registerCommandTargetResolver(
                message ->
                        new VersionedAggregateIdentifier(
                                ((Command) message.getPayload()).target().value(), null));
    }

    @Test
    void who_is_hired_belongs_to_the_organization_and_to_no_branch() {
        fixture.givenNoPriorActivity()
                .when(HIRE, admin("org-1").inBranch("branch-1").toMetadata())
                .expectEvents(HIRED)
                .expectResultMessagePayload(0L);
        var stored = fixture.getEventStore().readEvents(SARA.value()).next().getMetaData();
        assertThat(stored.get(MetadataKey.ORGANIZATION)).isEqualTo("org-1");
        assertThat(stored.get(MetadataKey.BRANCH)).isNull();
        verify(tables).hire(HIRE, "org-1");
    }

    @Test
    void a_branch_of_another_organization_is_unknown() {
        when(branches.find("branch-1")).thenReturn(Optional.of(branchOf("org-2")));
        fixture.givenNoPriorActivity()
                .when(HIRE, ADMIN)
                .expectNoEvents()
                .expectException(RuleViolated.class);
        verify(tables, never()).hire(any(), any());
    }

    @Test
    void a_branch_opened_a_moment_ago_is_known_once_the_lookups_have_caught_up() {
        when(branches.find("branch-1"))
                .thenReturn(Optional.empty(), Optional.of(branchOf("org-1")));
        when(lookups.caughtUp()).thenReturn(true);
        fixture.givenNoPriorActivity().when(HIRE, ADMIN).expectEvents(HIRED);
    }

    @Test
    void every_command_reaches_the_person() {
        for (var command :
                new Command[] {
                    new ChangeRole(SARA, Role.CASHIER),
                    new AssignBranches(SARA, Set.of(BRANCH)),
                    new DisableStaff(SARA, "se fue"),
                    new SetPassword(SARA, HASH),
                    new ChangeProfile(SARA, "Sara Paz", null)
                }) {
            given().when(command, ADMIN).expectSuccessfulHandlerExecution();
        }
        given(new StaffDisabled(SARA, "se fue"))
                .when(new EnableStaff(SARA), ADMIN)
                .expectEvents(new StaffEnabled(SARA));
        given().when(new ChangeOwnPassword(SARA, HASH), caller(SARA.value(), Role.WAITER))
                .expectEvents(new PasswordReplaced(SARA));
    }

    @Test
    void people_of_another_organization_are_out_of_reach() {
        given().when(new DisableStaff(SARA, "se fue"), admin("org-2").toMetadata())
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    @Test
    void an_administrator_takes_a_seat_and_leaves_it() {
        fixture.givenNoPriorActivity()
                .when(hire(Role.ORG_ADMIN, Set.of()), ADMIN)
                .expectSuccessfulHandlerExecution();
        verify(tables).seatAdmin("org-1", SARA);
        when(tables.anotherAdmin("org-1", SARA)).thenReturn(true);
        fixture.given(List.of(stamped(new StaffHired(SARA, Role.ORG_ADMIN, List.of(BRANCH)))))
                .when(new ChangeRole(SARA, Role.CASHIER), ADMIN)
                .expectSuccessfulHandlerExecution();
        verify(tables).unseatAdmin(SARA);
    }

    @Test
    void the_last_administrator_keeps_the_seat() {
        when(tables.anotherAdmin("org-1", SARA)).thenReturn(false);
        fixture.given(List.of(stamped(new StaffHired(SARA, Role.ORG_ADMIN, List.of()))))
                .when(new DisableStaff(SARA, "se fue"), ADMIN)
                .expectException(RuleViolated.class);
        verify(tables, never()).unseatAdmin(SARA);
    }

    private TestExecutor<StaffAggregate> given(Object... more) {
        var events = new ArrayList<Object>(List.of(stamped(HIRED)));
        for (var event : more) {
            events.add(stamped(event));
        }
        return fixture.given(events);
    }

    private static Object stamped(Object event) {
        return GenericEventMessage.asEventMessage(event)
                .withMetaData(MetaData.with(MetadataKey.ORGANIZATION, "org-1"));
    }

    private static HireStaff hire(Role role, Set<BranchId> branches) {
        return new HireStaff(SARA, "Sara Paz", new Email("sara@muelle.pe"), HASH, role, branches);
    }

    private static Caller admin(String organization) {
        return new Caller(
                organization,
                null,
                Set.of("branch-1"),
                "staff-admin",
                Role.ORG_ADMIN,
                null,
                "",
                "",
                "req-1");
    }

    private static Map<String, String> caller(String id, Role role) {
        return new Caller("org-1", null, Set.of("branch-1"), id, role, null, "", "", "req-1")
                .toMetadata();
    }

    private static BranchFacts branchOf(String organization) {
        return new BranchFacts(
                organization,
                "branch-1",
                "Barranco",
                "",
                "America/Lima",
                "PEN",
                TaxRegime.GENERAL,
                BigDecimal.ZERO,
                false,
                true,
                false,
                false,
                "0000",
                true);
    }
}
