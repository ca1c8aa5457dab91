package pe.comanda.api.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.inventory.InventoryQuery.FindRecipe;
import pe.comanda.domain.inventory.RecipeCommand.*;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.RecipeView;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Recipes of dishes ({@code dish-…}) and of modifier options ({@code option-…}). */
@RestController
@RequestMapping("/api/v1/branches/{branch}/recipes/{dish}")
class RecipeController {
    private final Commands commands;
    private final Queries queries;

    RecipeController(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @GetMapping
    CompletableFuture<ResponseEntity<RecipeView>> show(
            @PathVariable BranchId branch, @PathVariable String dish, Asking asking) {
        return queries.ask(
                        new FindRecipe(recipe(branch, dish)),
                        RecipeView.class,
                        asking.inBranch(branch.value()))
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PutMapping
    CompletableFuture<ResponseEntity<Done>> set(
            @PathVariable BranchId branch,
            @PathVariable String dish,
            @Valid @RequestBody RecipeRequest request,
            Asking asking) {
        var portions = request.ingredients().stream().map(IngredientRequest::toPortion).toList();
        return Answers.done(
                commands.send(
                        new SetRecipe(recipe(branch, dish), portions),
                        asking.inBranch(branch.value())));
    }

    @DeleteMapping
    CompletableFuture<ResponseEntity<Done>> clear(
            @PathVariable BranchId branch, @PathVariable String dish, Asking asking) {
        return Answers.done(
                commands.send(
                        new ClearRecipe(recipe(branch, dish)), asking.inBranch(branch.value())));
    }

    private static RecipeId recipe(BranchId branch, String dish) {
        return dish.startsWith("option-")
                ? RecipeId.of(branch, new OptionId(dish))
                : RecipeId.of(branch, new MenuItemId(dish));
    }

    record RecipeRequest(@NotNull List<@Valid IngredientRequest> ingredients) {}

    /**
     * @param quantity for one unit of the dish, ready to be eaten
     * @param yield the share that is left after cleaning and cooking, 1 where it is not given
     */
    record IngredientRequest(
            @NotNull StockItemId item,
            @NotNull Quantity quantity,
            @NotNull Unit unit,
            @Nullable BigDecimal yield) {
        Portion toPortion() {
            return new Portion(item, quantity, unit, yield == null ? BigDecimal.ONE : yield);
        }
    }
}
