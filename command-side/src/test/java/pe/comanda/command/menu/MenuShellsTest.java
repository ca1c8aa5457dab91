package pe.comanda.command.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.Branches;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.menu.CategoryCommand;
import pe.comanda.domain.menu.CategoryEvent.CategoryCreated;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.DishCard;
import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.domain.menu.MenuItemCommand;
import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.MenuItemEvent.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupCommand;
import pe.comanda.domain.menu.ModifierGroupEvent.ModifierGroupCreated;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OffReason;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tax.TaxClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MenuShellsTest {
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final CategoryId SEAFOOD = new CategoryId("category-seafood");
    private static final ModifierGroupId CHILI = new ModifierGroupId("group-chili");
    private static final Money PRICE = Money.of("38.00");
    private static final DishCard CARD =
            new DishCard("Ceviche", "", TaxClass.TAXED, null, List.of(), List.of(), null, false);
    private static final DishCreated CREATED = new DishCreated(CEVICHE, SEAFOOD, CARD, PRICE);
    private static final Map<String, String> OURS =
            Caller.system("org-1", "branch-1", "test").toMetadata();
    private static final Map<String, String> THEIRS =
            Caller.system("org-2", "branch-2", "test").toMetadata();

    private final Premises premises = mock();
    private final CategoryLookup categories;
    private final ModifierGroupLookup groups;
    private final AggregateTestFixture<MenuItemAggregate> fixture =
            new AggregateTestFixture<>(MenuItemAggregate.class);

    MenuShellsTest() {
        var ours = Branches.ours();
        when(premises.of(any())).thenReturn(ours);
        var lookups = MemoryLookups.create();
        categories = new CategoryLookup(lookups);
        groups = new ModifierGroupLookup(lookups);
        categories.on(new CategoryCreated(SEAFOOD, "Pescados", "", null), MetaData.from(OURS));
        groups.on(
                new ModifierGroupCreated(CHILI, "Ají", new GroupLimits(0, 1, false), List.of()),
                MetaData.from(OURS));
        fixture.registerInjectableResource(
                new MenuFactsSource(
                        premises, lookups, categories, new DishLookup(lookups), groups));
        fixture.registerCommandTargetResolver(
                message ->
                        new VersionedAggregateIdentifier(
                                ((Command) message.getPayload()).target().value(), null));
    }

    @Test
    void a_dish_is_created_in_the_callers_branch() {
        fixture.givenNoPriorActivity()
                .when(new CreateDish(CEVICHE, SEAFOOD, CARD, PRICE), OURS)
                .expectEvents(CREATED);
    }

    @Test
    void a_branch_that_the_caller_cannot_act_in_is_refused() {
        doThrow(AccessRule.FOREIGN_BRANCH.broken()).when(premises).of(any());
        fixture.givenNoPriorActivity()
                .when(new CreateDish(CEVICHE, SEAFOOD, CARD, PRICE), OURS)
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    @Test
    void the_dish_of_another_organization_is_out_of_reach() {
        fixture.given(new GenericEventMessage<>(CREATED, OURS))
                .when(new SetAvailability(CEVICHE, false), THEIRS)
                .expectNoEvents()
                .expectException(RuleViolated.class)
                .expectExceptionMessage(AccessRule.FOREIGN_TENANT.name());
    }

    @Test
    void events_belong_to_the_dishes_branch_whoever_asks() {
        var elsewhere = Caller.system("org-1", "branch-9", "test").toMetadata();
        fixture.given(new GenericEventMessage<>(CREATED, OURS))
                .when(new SetAvailability(CEVICHE, false), elsewhere)
                .expectEvents(new DishTakenOff(CEVICHE, OffReason.BY_HAND))
                .expectState(_ -> {});
    }

    @Test
    void every_command_of_a_dish_is_handled() {
        assertThat(handled(MenuItemAggregate.class))
                .containsExactlyInAnyOrder(MenuItemCommand.class.getPermittedSubclasses());
    }

    @Test
    void every_command_of_a_category_is_handled() {
        assertThat(handled(CategoryAggregate.class))
                .containsExactlyInAnyOrder(CategoryCommand.class.getPermittedSubclasses());
    }

    @Test
    void every_command_of_a_group_is_handled() {
        assertThat(handled(ModifierGroupAggregate.class))
                .containsExactlyInAnyOrder(ModifierGroupCommand.class.getPermittedSubclasses());
    }

    @Test
    void a_linked_group_must_be_the_branches_own() {
        fixture.given(new GenericEventMessage<MenuItemEvent>(CREATED, OURS))
                .when(new LinkModifierGroup(CEVICHE, CHILI), OURS)
                .expectEvents(new DishGroupsChanged(CEVICHE, List.of(CHILI)));
        fixture.given(new GenericEventMessage<MenuItemEvent>(CREATED, OURS))
                .when(new LinkModifierGroup(CEVICHE, new ModifierGroupId("group-elsewhere")), OURS)
                .expectException(RuleViolated.class);
    }

    private static Class<?>[] handled(Class<?> shell) {
        return Arrays.stream(shell.getDeclaredMethods())
                .filter(method -> method.getName().equals("handle"))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
    }
}
