package pe.comanda.command.menu;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.InventoryEvent.StockRanLow;
import pe.comanda.domain.inventory.InventoryEvent.StockTaken;
import pe.comanda.domain.inventory.RecipeEvent.RecipeCleared;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.menu.MenuItemCommand.SetStock;
import pe.comanda.domain.menu.MenuItemEvent.DishRestored;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchChanges;
import pe.comanda.domain.tenancy.BranchEvent.BranchChanged;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhenStockMovesThenSwitchDishesTest {
    private static final StockItemId FISH = new StockItemId("stock-fish");
    private static final MenuItemId CEVICHE = new MenuItemId("dish-ceviche");
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Owner OWNER = new Owner("org-1", "branch-1");
    private static final MetaData HERE =
            MetaData.from(Caller.system("org-1", "branch-1", "test").toMetadata());
    private static final StockTaken TAKEN =
            new StockTaken(
                    FISH, DeductionId.of(ORDER, 1), ORDER, Quantity.of("0.2"), Quantity.of("0.1"));

    private final Larder larder = mock();
    private final OwnCommands commands = mock();
    private boolean keepsInventory = true;
    private final WhenStockMovesThenSwitchDishes policy =
            new WhenStockMovesThenSwitchDishes(
                    larder, _ -> Optional.of(branch()), mock(Lookups.class), commands);

    @BeforeEach
    void ceviche_is_made_of_fish() {
        when(larder.dishesOf(FISH)).thenReturn(Set.of(CEVICHE));
        when(commands.send(any(), any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void a_dish_goes_off_when_one_more_cannot_be_made() {
        when(larder.suffices(CEVICHE)).thenReturn(false);
        policy.on(TAKEN, HERE);
        verify(commands).send(new SetStock(CEVICHE, false), OWNER, "test");
    }

    @Test
    void it_returns_when_there_is_enough_again() {
        when(larder.suffices(CEVICHE)).thenReturn(true);
        when(larder.isOff(CEVICHE)).thenReturn(true);
        policy.on(TAKEN, HERE);
        verify(commands).send(new SetStock(CEVICHE, true), OWNER, "test");
    }

    @Test
    void what_is_as_it_should_be_is_left_alone() {
        when(larder.suffices(CEVICHE)).thenReturn(true);
        policy.on(TAKEN, HERE);
        when(larder.suffices(CEVICHE)).thenReturn(false);
        when(larder.isOff(CEVICHE)).thenReturn(true);
        policy.on(TAKEN, HERE);
        verifyNoInteractions(commands);
    }

    @Test
    void a_level_that_was_crossed_moves_nothing() {
        policy.on(new StockRanLow(FISH, Quantity.of("1"), Quantity.of("2")), HERE);
        verifyNoInteractions(commands);
    }

    @Test
    void where_no_inventory_is_kept_every_dish_can_be_made() {
        keepsInventory = false;
        policy.on(TAKEN, HERE);
        verifyNoInteractions(commands);
    }

    @Test
    void switching_the_inventory_off_brings_dishes_back() {
        keepsInventory = false;
        when(larder.dishesIn("branch-1")).thenReturn(List.of(CEVICHE));
        when(larder.isOff(CEVICHE)).thenReturn(true);
        policy.on(new BranchChanged(new BranchId("branch-1"), inventory(false)), HERE);
        verify(commands).send(new SetStock(CEVICHE, true), OWNER, "test");
    }

    @Test
    void a_recipe_that_changed_and_a_dish_that_was_restored_are_looked_at() {
        var recipe = RecipeId.of(new BranchId("branch-1"), CEVICHE);
        policy.on(new RecipeCleared(recipe), HERE);
        policy.on(new DishRestored(CEVICHE), HERE);
        verify(commands, times(2)).send(new SetStock(CEVICHE, false), OWNER, "test");
    }

    @Test
    void a_refusal_is_an_answer_and_not_a_failure() {
        when(commands.send(any(), any(), any()))
                .thenReturn(Optional.of(new Refusal("DISH_IS_ARCHIVED", Map.of())));
        policy.on(TAKEN, HERE);
        verify(commands).send(new SetStock(CEVICHE, false), OWNER, "test");
    }

    private static BranchChanges inventory(boolean kept) {
        return new BranchChanges(null, null, null, null, null, null, null, null, kept, null, null);
    }

    private BranchFacts branch() {
        return new BranchFacts(
                "org-1",
                "branch-1",
                "Miraflores",
                "",
                "America/Lima",
                "PEN",
                TaxRegime.GENERAL,
                BigDecimal.ZERO,
                false,
                keepsInventory,
                false,
                false,
                "0000",
                true);
    }
}
