package pe.comanda.query.inventory;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.RecipeEvent.*;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import tools.jackson.databind.json.JsonMapper;

/** Follows recipes. */
@Component
@ProcessingGroup(Views.STOCK)
class RecipeProjection {
    private final RecipeRows rows;
    private final JsonMapper json;

    RecipeProjection(RecipeRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @EventHandler
    void on(RecipeEvent event, MetaData metadata, @SequenceNumber long version) {
        var id = event.recipe().value();
        var row = rows.findById(id).orElseGet(() -> new RecipeRow(id, Tenant.of(metadata)));
        var ingredients =
                switch (event) {
                    case RecipeSet(_, var set) -> json.writeValueAsString(set);
                    case RecipeCleared _ -> "[]";
                };
        var unused = rows.save(row.of(ingredients, version));
    }

    @ResetHandler
    void reset() {
        rows.deleteAllInBatch();
    }
}
