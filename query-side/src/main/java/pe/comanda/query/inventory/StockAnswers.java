package pe.comanda.query.inventory;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.DeductionView;
import pe.comanda.domain.inventory.DeductionView.MissingView;
import pe.comanda.domain.inventory.DeductionView.Status;
import pe.comanda.domain.inventory.Ingredient;
import pe.comanda.domain.inventory.InventoryQuery.*;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.Missing;
import pe.comanda.domain.inventory.RecipeView;
import pe.comanda.domain.inventory.RecipeView.IngredientView;
import pe.comanda.domain.inventory.StockItemView;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.inventory.Movements.Arrived;
import pe.comanda.query.shared.PositionCursor;
import pe.comanda.query.shared.Tenant;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers questions about stock. */
@Component
class StockAnswers {
    private static final int MOST = 200;
    private final StockItemRows items;
    private final Movements movements;
    private final DeductionRows deductions;
    private final RecipeRows recipes;
    private final JsonMapper json;

    StockAnswers(
            StockItemRows items,
            Movements movements,
            DeductionRows deductions,
            RecipeRows recipes,
            JsonMapper json) {
        this.items = items;
        this.movements = movements;
        this.deductions = deductions;
        this.recipes = recipes;
        this.json = json;
    }

    @QueryHandler
    StockPage answer(
            ListStock query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var after = NameCursor.of(query.cursor());
        var found =
                items.list(
                        organization,
                        branch,
                        query.level(),
                        query.category(),
                        after.name(),
                        after.id(),
                        Limit.of(limit + 1));
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        var next = more ? new NameCursor(page.getLast().name(), page.getLast().id()).text() : "";
        return new StockPage(page.stream().map(StockItemRow::view).toList(), next);
    }

    @QueryHandler
    Optional<StockItemView> answer(
            FindStockItem query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return items.findByIdAndOrganizationIdAndBranchId(
                        query.item().value(), organization, branch)
                .map(StockItemRow::view);
    }

    @QueryHandler
    MovementPage answer(
            ListMovements query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found =
                movements.before(
                        new Tenant(organization, branch),
                        query.item().value(),
                        PositionCursor.of(query.cursor()),
                        limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new MovementPage(
                page.stream().map(Arrived::view).toList(),
                more ? PositionCursor.text(page.getLast().arrival()) : "");
    }

    @QueryHandler
    DeductionPage answer(
            ListShortages query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var given = Cursor.of(query.cursor());
        var after = given == null ? new Cursor(Instant.EPOCH, "") : given;
        var found =
                deductions.list(
                        organization,
                        branch,
                        Status.SHORT,
                        after.at(),
                        after.id(),
                        Limit.of(limit + 1));
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new DeductionPage(
                views(page),
                more ? new Cursor(page.getLast().requestedAt(), page.getLast().id()).text() : "");
    }

    @QueryHandler
    DeductionList answer(
            ListDeductions query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new DeductionList(
                views(
                        deductions.findByOrganizationIdAndBranchIdAndOrderIdOrderByRound(
                                organization, branch, query.order().value())));
    }

    @QueryHandler
    Optional<RecipeView> answer(
            FindRecipe query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return recipes.findById(query.recipe().value())
                .filter(row -> row.isOf(organization, branch))
                .map(row -> view(query.recipe().subject(), row))
                .filter(view -> !view.ingredients().isEmpty());
    }

    private RecipeView view(String dish, RecipeRow row) {
        var ingredients = json.readValue(row.ingredients(), Ingredient[].class);
        var kept = named(Arrays.stream(ingredients).map(i -> i.item().value()).toList());
        var views = Arrays.stream(ingredients).map(i -> view(i, kept)).toList();
        var cost =
                views.stream()
                        .map(v -> v.cost().amount().multiply(v.taken().value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RecipeView(dish, views, Money.rounded(cost), row.version());
    }

    private static IngredientView view(Ingredient ingredient, Map<String, StockItemRow> kept) {
        var item = kept.get(ingredient.item().value());
        return new IngredientView(
                ingredient.item().value(),
                item == null ? "" : item.name(),
                ingredient.quantity(),
                ingredient.unit(),
                ingredient.yield(),
                ingredient.taken(),
                item == null ? ingredient.unit() : item.unit(),
                item == null ? UnitCost.ZERO : item.averageCost());
    }

    private List<DeductionView> views(List<DeductionRow> rows) {
        var kept =
                named(
                        rows.stream()
                                .flatMap(row -> missingIn(row).stream())
                                .map(m -> m.item().value())
                                .distinct()
                                .toList());
        return rows.stream().map(row -> view(row, kept)).toList();
    }

    private DeductionView view(DeductionRow row, Map<String, StockItemRow> kept) {
        return new DeductionView(
                row.id(),
                row.order(),
                row.round(),
                row.status(),
                List.of(json.readValue(row.lines(), LineNeeds[].class)),
                missingIn(row).stream().map(m -> view(m, kept)).toList(),
                row.reason(),
                row.requestedAt(),
                row.changedAt(),
                row.version());
    }

    private List<Missing> missingIn(DeductionRow row) {
        return List.of(json.readValue(row.missing(), Missing[].class));
    }

    private static MissingView view(Missing missing, Map<String, StockItemRow> kept) {
        var item = kept.get(missing.item().value());
        return new MissingView(
                missing.item().value(),
                item == null ? "" : item.name(),
                item == null ? "" : item.unit().symbol(),
                missing.needed(),
                missing.available());
    }

    private Map<String, StockItemRow> named(List<String> ids) {
        return items.findAllById(ids).stream()
                .collect(Collectors.toMap(StockItemRow::id, Function.identity()));
    }
}
