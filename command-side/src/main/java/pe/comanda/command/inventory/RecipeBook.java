package pe.comanda.command.inventory;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.BranchFacts;
import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.Need;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.RecipeEvent.*;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.tenancy.BranchId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** All recipes, from memory. A dish or option without one needs nothing. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class RecipeBook implements StockNeeds {
    private final Lookup<Page> pages;
    private final Lookups lookups;
    private final BranchFacts.Source branches;

    RecipeBook(Lookups lookups, BranchFacts.Source branches) {
        this.lookups = lookups;
        this.branches = branches;
        this.pages = lookups.of("recipe", Page.class);
    }

    /** What one unit takes, in the items' own units. */
    record Page(List<Need> needs) {}

    @Override
    public List<LineNeeds> of(List<OrderLine> lines, MetaData event) {
        lookups.mustHaveReadWhatIsHandled();
        var branch = String.valueOf(Owner.of(event).branch());
        var facts =
                branches.find(branch)
                        .orElseThrow(
                                () -> new IllegalStateException("Nothing is known of " + branch));
        if (!facts.inventory()) {
            return List.of();
        }
        var home = new BranchId(branch);
        return lines.stream()
                .map(line -> needs(home, line))
                .filter(needs -> !needs.needs().isEmpty())
                .toList();
    }

    private LineNeeds needs(BranchId branch, OrderLine line) {
        var perUnit = new ArrayList<>(page(RecipeId.of(branch, line.dish())));
        line.options()
                .forEach(option -> perUnit.addAll(page(RecipeId.of(branch, option.option()))));
        var sums = new LinkedHashMap<StockItemId, Need>();
        for (var need : perUnit) {
            var quantity = need.quantity().times(line.quantity());
            var unused =
                    sums.merge(
                            need.item(),
                            new Need(need.item(), quantity),
                            (a, b) -> new Need(a.item(), a.quantity().plus(b.quantity())));
        }
        return new LineNeeds(line.id(), line.dish(), line.name(), List.copyOf(sums.values()));
    }

    private List<Need> page(RecipeId recipe) {
        return pages.find(recipe.value()).map(Page::needs).orElse(List.of());
    }

    @EventHandler
    void on(RecipeEvent event, MetaData metadata) {
        switch (event) {
            case RecipeSet(var recipe, var ingredients) ->
                    pages.put(
                            recipe.value(),
                            metadata,
                            new Page(
                                    ingredients.stream()
                                            .map(i -> new Need(i.item(), i.taken()))
                                            .toList()));
            case RecipeCleared(var recipe) ->
                    pages.put(recipe.value(), metadata, new Page(List.of()));
        }
    }

    @ResetHandler
    void reset() {
        pages.clear();
    }
}
