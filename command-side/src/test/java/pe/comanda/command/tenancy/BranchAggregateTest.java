package pe.comanda.command.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchChanges;
import pe.comanda.domain.tenancy.BranchCommand.*;
import pe.comanda.domain.tenancy.BranchEvent.*;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.PublicCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchAggregateTest {
    private static final BranchId ID = new BranchId("branch-1");
    private static final PublicCode CODE = new PublicCode("ABC234");
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final BranchSettings USUAL = BranchSettings.usual("Barranco", "");
    private static final BranchOpened OPENED =
            new BranchOpened(ID, CODE, USUAL, TaxRegime.GENERAL, TODAY);

    private final JdbcTemplate sql = mock();
    private final AggregateTestFixture<BranchAggregate> fixture =
            new AggregateTestFixture<>(BranchAggregate.class);

    BranchAggregateTest() {
        fixture.registerInjectableResource(new BranchRegister(sql));
        fixture.registerCommandTargetResolver(
                message ->
                        new VersionedAggregateIdentifier(
                                ((Command) message.getPayload()).target().value(), null));
    }

    @BeforeEach
    void codes_are_free() {
        when(sql.update(any(String.class), any(Object[].class))).thenReturn(1);
    }

    @Test
    void a_branch_belongs_to_the_callers_organization_and_to_itself() {
        fixture.givenNoPriorActivity()
                .when(new OpenBranch(ID, CODE, USUAL, TaxRegime.GENERAL, NOON), admin("org-1"))
                .expectEvents(OPENED);
        var stored = fixture.getEventStore().readEvents(ID.value()).next().getMetaData();
        assertThat(stored.get(MetadataKey.ORGANIZATION)).isEqualTo("org-1");
        assertThat(stored.get(MetadataKey.BRANCH)).isEqualTo("branch-1");
    }

    @Test
    void a_code_that_is_taken_is_refused() {
        when(sql.update(any(String.class), any(Object[].class))).thenReturn(0);
        fixture.givenNoPriorActivity()
                .when(new OpenBranch(ID, CODE, USUAL, TaxRegime.GENERAL, NOON), admin("org-1"))
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    @Test
    void every_command_reaches_the_branch() {
        for (var command :
                new Command[] {
                    new ChangeBranchDetails(ID, "Surco", null, null),
                    new ChangeBranchSettings(ID, BranchChanges.NONE),
                    new SetTaxRegime(ID, TaxRegime.EXEMPT, TODAY, NOON),
                    new ReplacePublicCode(ID, new PublicCode("ZYX987")),
                    new CloseBranch(ID, "remodelación")
                }) {
            given().when(command, admin("org-1")).expectSuccessfulHandlerExecution();
        }
        fixture.given(stamped(OPENED), stamped(new BranchClosed(ID, "remodelación")))
                .when(new ReopenBranch(ID), admin("org-1"))
                .expectEvents(new BranchReopened(ID));
    }

    @Test
    void a_branch_of_another_organization_is_out_of_reach() {
        given().when(new ChangeBranchDetails(ID, "Surco", null, null), admin("org-2"))
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    @Test
    void a_manager_of_another_branch_is_out_of_reach_too() {
        var elsewhere =
                new Caller(
                                "org-1",
                                null,
                                Set.of("branch-2"),
                                "staff-m",
                                Role.BRANCH_MANAGER,
                                null,
                                "",
                                "",
                                "req-1")
                        .toMetadata();
        given().when(new ChangeBranchDetails(ID, "Surco", null, null), elsewhere)
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    private TestExecutor<BranchAggregate> given() {
        return fixture.given(stamped(OPENED));
    }

    private static Object stamped(Object event) {
        return GenericEventMessage.asEventMessage(event)
                .withMetaData(
                        Map.of(MetadataKey.ORGANIZATION, "org-1", MetadataKey.BRANCH, "branch-1"));
    }

    private static Map<String, String> admin(String organization) {
        return new Caller(
                        organization,
                        null,
                        Set.of("branch-1"),
                        "staff-admin",
                        Role.ORG_ADMIN,
                        null,
                        "",
                        "",
                        "req-1")
                .toMetadata();
    }
}
