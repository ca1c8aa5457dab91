package pe.comanda.command.menu;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.CategoryEvent.*;
import pe.comanda.domain.menu.CategoryId;

import java.util.List;
import java.util.Optional;

/** Which categories there are, and what hangs from what. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class CategoryLookup {
    private final Lookup<Entry> categories;

    CategoryLookup(Lookups lookups) {
        this.categories = lookups.of("category", Entry.class);
    }

    record Entry(CategoryId id, String branch, @Nullable CategoryId parent, boolean archived) {}

    /** The category, if it belongs to the branch and is not archived. */
    Optional<Entry> shown(CategoryId category, String branch) {
        return categories
                .find(category.value())
                .filter(entry -> entry.branch().equals(branch) && !entry.archived());
    }

    List<Entry> inBranch(String branch) {
        return categories.inBranch(branch);
    }

    @EventHandler
    void on(CategoryEvent event, MetaData metadata) {
        switch (event) {
            case CategoryCreated(var id, _, _, var parent) -> {
                var branch = Owner.of(metadata).mustHaveBranch();
                put(new Entry(id, branch, parent, false), metadata);
            }
            case CategoryMoved(var id, var parent) -> {
                var known = known(id);
                put(new Entry(id, known.branch(), parent, known.archived()), metadata);
            }
            case CategoryArchived(var id) -> archived(id, true, metadata);
            case CategoryRestored(var id) -> archived(id, false, metadata);
            case CategoryRenamed _, DishesArranged _ -> {}
        }
    }

    @ResetHandler
    void reset() {
        categories.clear();
    }

    private void archived(CategoryId id, boolean archived, MetaData metadata) {
        var known = known(id);
        put(new Entry(id, known.branch(), known.parent(), archived), metadata);
    }

    private Entry known(CategoryId id) {
        return categories
                .find(id.value())
                .orElseThrow(() -> new IllegalStateException("Nobody created " + id));
    }

    private void put(Entry entry, MetaData metadata) {
        categories.put(entry.id().value(), metadata, entry);
    }
}
