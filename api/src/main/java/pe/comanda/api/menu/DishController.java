package pe.comanda.api.menu;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.menu.Allergen;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.DietaryTag;
import pe.comanda.domain.menu.DishCard;
import pe.comanda.domain.menu.DishView;
import pe.comanda.domain.menu.MenuItemCommand;
import pe.comanda.domain.menu.MenuItemCommand.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.MenuQuery.*;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Dishes as staff edit them. Every route is one intent. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/menu/dishes")
class DishController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;

    DishController(Commands commands, Queries queries, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<DishPage> list(
            @PathVariable String branch,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(
                new ListDishes(archived, cursor, limit), DishPage.class, asking.inBranch(branch));
    }

    @GetMapping("/{dish}")
    CompletableFuture<ResponseEntity<DishView>> show(
            @PathVariable String branch, @PathVariable MenuItemId dish, Asking asking) {
        return queries.ask(new FindDish(dish), DishView.class, asking.inBranch(branch))
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> create(
            @PathVariable String branch, @Valid @RequestBody DishRequest request, Asking asking) {
        var id = new MenuItemId(ids.orNew(request.dish(), "dish"));
        var command =
                new CreateDish(id, request.category(), request.card().card(), request.price());
        return Answers.created(
                commands.send(command, asking.inBranch(branch)),
                "/api/v1/branches/" + branch + "/menu/dishes/" + id);
    }

    @PostMapping("/{dish}/price")
    CompletableFuture<ResponseEntity<Done>> changePrice(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @Valid @RequestBody PriceRequest request,
            Asking asking) {
        return send(new ChangePrice(dish, request.price()), branch, asking);
    }

    /** Everything but the price; what is left out is emptied. */
    @PostMapping("/{dish}/details")
    CompletableFuture<ResponseEntity<Done>> changeDetails(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @Valid @RequestBody DetailsRequest request,
            Asking asking) {
        return send(
                new ChangeDetails(dish, request.category(), request.card().card()), branch, asking);
    }

    /** Takes the dish off ("86") or brings it back. */
    @PostMapping("/{dish}/availability")
    CompletableFuture<ResponseEntity<Done>> setAvailability(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @Valid @RequestBody AvailabilityRequest request,
            Asking asking) {
        return send(new SetAvailability(dish, request.available()), branch, asking);
    }

    @PostMapping("/{dish}/modifier-groups")
    CompletableFuture<ResponseEntity<Done>> link(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @Valid @RequestBody LinkRequest request,
            Asking asking) {
        return send(new LinkModifierGroup(dish, request.group()), branch, asking);
    }

    @DeleteMapping("/{dish}/modifier-groups/{group}")
    CompletableFuture<ResponseEntity<Done>> unlink(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @PathVariable ModifierGroupId group,
            Asking asking) {
        return send(new UnlinkModifierGroup(dish, group), branch, asking);
    }

    /** The complete list, in the order that guests are asked. */
    @PostMapping("/{dish}/modifier-groups/order")
    CompletableFuture<ResponseEntity<Done>> order(
            @PathVariable String branch,
            @PathVariable MenuItemId dish,
            @Valid @RequestBody OrderRequest request,
            Asking asking) {
        return send(new OrderModifierGroups(dish, request.groups()), branch, asking);
    }

    @PostMapping("/{dish}/archive")
    CompletableFuture<ResponseEntity<Done>> archive(
            @PathVariable String branch, @PathVariable MenuItemId dish, Asking asking) {
        return send(new ArchiveDish(dish), branch, asking);
    }

    @PostMapping("/{dish}/restoration")
    CompletableFuture<ResponseEntity<Done>> restore(
            @PathVariable String branch, @PathVariable MenuItemId dish, Asking asking) {
        return send(new RestoreDish(dish), branch, asking);
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            MenuItemCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    /** Price: with tax. */
    record DishRequest(
            @Nullable String dish,
            @NotNull CategoryId category,
            @NotNull Money price,
            @JsonUnwrapped @NotNull @Valid CardRequest card) {}

    record DetailsRequest(
            @NotNull CategoryId category, @JsonUnwrapped @NotNull @Valid CardRequest card) {}

    /** What is not said: taxed, not featured, nothing listed. */
    record CardRequest(
            @NotNull String name,
            @Nullable String description,
            @Nullable TaxClass taxClass,
            @Nullable Integer preparation,
            @Nullable List<Allergen> allergens,
            @Nullable List<DietaryTag> tags,
            @Nullable Integer spice,
            @Nullable Boolean featured) {
        DishCard card() {
            return new DishCard(
                    name,
                    Objects.requireNonNullElse(description, ""),
                    Objects.requireNonNullElse(taxClass, TaxClass.TAXED),
                    preparation,
                    Objects.requireNonNullElse(allergens, List.of()),
                    Objects.requireNonNullElse(tags, List.of()),
                    spice,
                    Objects.requireNonNullElse(featured, false));
        }
    }

    record PriceRequest(@NotNull Money price) {}

    record AvailabilityRequest(@NotNull Boolean available) {}

    record LinkRequest(@NotNull ModifierGroupId group) {}

    record OrderRequest(@NotNull @Size(max = 20) List<ModifierGroupId> groups) {}
}
