package pe.comanda.refusals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Http;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the larder and the recipes refuse. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryRefusalsTest extends Refusals {
    private static final String HERE = "/branches/" + BRANCH;
    private static final String FISH = HERE + "/inventory/items/stock-demo-miraflores-pescado";
    private static final String OTHER = "dish-demo-callao-chicha-morada";
    private static final String PORTION =
            "{\"item\":\"stock-demo-%s\",\"quantity\":\"%s\",\"unit\":\"%s\"}";
    private Http manager;

    @BeforeAll
    void somebody_minds_the_larder() {
        manager = anybody().signIn("gerente");
    }

    Stream<Bad> recipes() {
        var fish = portion("miraflores-pescado", "1", "GRAM");
        return Stream.of(
                recipe("of a dish that nobody cooks", "dish-none", fish, "RECIPE_OF_NOTHING"),
                recipe("of a dish of another branch", OTHER, fish, "RECIPE_OF_NOTHING"),
                recipe("of an option that is none", "option-none", fish, "RECIPE_OF_NOTHING"),
                recipe("of nothing", CHICHA, "", "RECIPE_HAS_INGREDIENTS"),
                recipe("with one thing twice", CHICHA, fish + "," + fish, "INGREDIENT_NAMED_TWICE"),
                recipe(
                        "with what nobody stores",
                        CHICHA,
                        portion("miraflores-nada", "1", "GRAM"),
                        "INGREDIENT_UNKNOWN"),
                recipe(
                        "with what another branch stores",
                        CHICHA,
                        portion("callao-pescado", "1", "GRAM"),
                        "INGREDIENT_UNKNOWN"),
                recipe(
                        "with none of it",
                        CHICHA,
                        portion("miraflores-pescado", "0", "GRAM"),
                        "STOCK_QUANTITY_MUST_BE_POSITIVE"),
                recipe(
                        "with fish by the litre",
                        CHICHA,
                        portion("miraflores-pescado", "1", "LITRE"),
                        "UNITS_DO_NOT_CONVERT"),
                recipe(
                        "with a ton",
                        CHICHA,
                        portion("miraflores-pescado", "1001", "KILOGRAM"),
                        "RECIPE_TAKES_TOO_MUCH"));
    }

    Stream<Bad> movements() {
        return Stream.of(
                move(
                        "waste of more than there is",
                        "waste",
                        "\"quantity\":\"9999999\",\"reason\":\"calor\"",
                        409,
                        "STOCK_INSUFFICIENT"),
                move(
                        "waste without a reason",
                        "waste",
                        "\"quantity\":\"1\",\"reason\":\" \"",
                        422,
                        "TEXT_REQUIRED"),
                move(
                        "a count below zero",
                        "counts",
                        "\"counted\":\"-1\",\"reason\":\"conteo\"",
                        422,
                        "STOCK_QUANTITY_NOT_NEGATIVE"),
                move(
                        "a purchase of nothing",
                        "purchases",
                        "\"quantity\":\"0\",\"cost\":\"1\"",
                        422,
                        "STOCK_QUANTITY_MUST_BE_POSITIVE"),
                move(
                        "a purchase at a loss to the seller",
                        "purchases",
                        "\"quantity\":\"1\",\"cost\":\"-1\"",
                        422,
                        "COST_NOT_NEGATIVE"),
                post(
                        "a cook who counts",
                        anybody().signIn("cocina"),
                        FISH + "/counts",
                        "{\"counted\":\"1\",\"reason\":\"conteo\"}",
                        403,
                        "PERMISSION_DENIED"),
                get(
                        "a level that is none",
                        manager,
                        HERE + "/inventory/items?level=NEARLY",
                        400,
                        "VALUE_INVALID"));
    }

    @ParameterizedTest
    @MethodSource({"recipes", "movements"})
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    private Bad move(String what, String path, String fields, int status, String code) {
        return post(what, manager, FISH + "/" + path, "{" + fields + "}", status, code);
    }

    private static String portion(String item, String quantity, String unit) {
        return PORTION.formatted(item, quantity, unit);
    }

    private Bad recipe(String what, String of, String portions, String code) {
        return new Bad(
                "a recipe " + what,
                422,
                code,
                correlation -> {
                    var headers = new HashMap<>(Map.of("Idempotency-Key", fresh("key")));
                    headers.putAll(correlation);
                    return manager.exchange(
                            "PUT",
                            V + HERE + "/recipes/" + of,
                            "{\"ingredients\":[" + portions + "]}",
                            headers);
                });
    }
}
