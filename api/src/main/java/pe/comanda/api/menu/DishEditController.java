package pe.comanda.api.menu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.menu.Allergen;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.DietaryTag;
import pe.comanda.domain.menu.DishEdit;
import pe.comanda.domain.menu.DishView;
import pe.comanda.domain.menu.EditDishes;
import pe.comanda.domain.menu.MenuEditId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.MenuQuery.DishPage;
import pe.comanda.domain.menu.MenuQuery.FindDishes;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One change to up to 200 dishes at once: all of them or none, told as before and after. */
@RestController
class DishEditController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    DishEditController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @PostMapping("/api/v1/branches/{branch}/menu/dishes/edits")
    CompletableFuture<ResponseEntity<Edited>> edit(
            @PathVariable String branch, @Valid @RequestBody EditRequest request, Asking asking) {
        var here = asking.inBranch(branch);
        var command =
                new EditDishes(
                        new MenuEditId(ids.orNew(request.edit(), "edit")),
                        request.dishes(),
                        request.change());
        return named(request.dishes(), here)
                .thenCompose(
                        before ->
                                commands.send(command, here)
                                        .thenCompose(
                                                receipt ->
                                                        named(
                                                                        request.dishes(),
                                                                        here.after(
                                                                                receipt
                                                                                        .getPosition()))
                                                                .thenApply(
                                                                        after ->
                                                                                new Edited(
                                                                                        command.edit()
                                                                                                .value(),
                                                                                        receipt
                                                                                                .getPosition(),
                                                                                        before,
                                                                                        after))))
                .thenApply(ResponseEntity::ok);
    }

    /** The dishes with these ids, on the menu or archived. */
    private CompletableFuture<List<DishView>> named(List<MenuItemId> dishes, Asking asking) {
        return queries.ask(new FindDishes(dishes), DishPage.class, asking)
                .thenApply(DishPage::items);
    }

    /**
     * One change and no other is named.
     *
     * @param pricePercent -10.5 is ten and a half percent less, rounded to cents
     * @param priceBy soles more, or less; never below zero
     */
    record EditRequest(
            @Nullable String edit,
            @NotNull List<MenuItemId> dishes,
            @Nullable BigDecimal pricePercent,
            @Nullable Money priceBy,
            @Nullable Money priceTo,
            @Nullable CategoryId category,
            @Nullable Integer spice,
            @Nullable List<Allergen> allergens,
            @Nullable List<DietaryTag> tags,
            @Nullable Boolean featured,
            @Nullable Boolean available,
            @Nullable ModifierGroupId link,
            @Nullable Boolean archived) {

        DishEdit change() {
            var changes = new ArrayList<DishEdit>();
            if (pricePercent != null) {
                changes.add(new DishEdit.RepriceByPercent(pricePercent));
            }
            if (priceBy != null) {
                changes.add(new DishEdit.RepriceBy(priceBy));
            }
            if (priceTo != null) {
                changes.add(new DishEdit.RepriceTo(priceTo));
            }
            if (category != null) {
                changes.add(new DishEdit.Recategorize(category));
            }
            if (spice != null) {
                changes.add(new DishEdit.SetSpice(spice));
            }
            if (allergens != null) {
                changes.add(new DishEdit.SetAllergens(allergens));
            }
            if (tags != null) {
                changes.add(new DishEdit.SetTags(tags));
            }
            if (featured != null) {
                changes.add(new DishEdit.Feature(featured));
            }
            if (available != null) {
                changes.add(new DishEdit.SetAvailable(available));
            }
            if (link != null) {
                changes.add(new DishEdit.Link(link));
            }
            if (archived != null) {
                changes.add(archived ? new DishEdit.Archive() : new DishEdit.Restore());
            }
            EdgeRule.VALUE_INVALID.require(changes.size() == 1, "changes", changes.size());
            return changes.getFirst();
        }
    }

    /**
     * The dishes as they were and as they are.
     *
     * @param position send it back as {@code Comanda-Position}
     */
    record Edited(String edit, long position, List<DishView> before, List<DishView> after) {}
}
