package pe.comanda.api.demo;

import pe.comanda.api.demo.DemoScript.Branch;
import pe.comanda.api.demo.DemoScript.Dish;
import pe.comanda.api.demo.DemoScript.Stock;
import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand.CreateCoupon;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.floor.Position;
import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableCommand.CreateTable;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableShape;
import pe.comanda.domain.inventory.InventoryCommand.RegisterItem;
import pe.comanda.domain.inventory.RecipeCommand;
import pe.comanda.domain.inventory.RecipeCommand.SetRecipe;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.menu.CategoryCommand.CreateCategory;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.DishCard;
import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.domain.menu.MenuItemCommand.CreateDish;
import pe.comanda.domain.menu.MenuItemCommand.LinkModifierGroup;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.menu.ModifierGroupCommand.CreateModifierGroup;
import pe.comanda.domain.menu.ModifierGroupCommand.NewOption;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OptionId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.domain.tenancy.BranchId;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the script into the commands that furnish a branch: menu, stock, recipes, tables, a coupon
 * and a reward. Ids are fixed, so that the README can name them; QR codes are not.
 */
final class DemoFurniture {
    private final DemoScript script;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Unit> units;

    DemoFurniture(DemoScript script) {
        this.script = script;
        this.units = script.stock().stream().collect(Collectors.toMap(Stock::key, Stock::unit));
    }

    /** In an order in which each finds what it refers to. */
    List<Command> of(Branch branch) {
        var all = new ArrayList<Command>();
        script.categories().forEach(c -> all.add(category(branch, c)));
        script.groups().forEach(group -> all.add(group(branch, group)));
        script.dishes().forEach(dish -> all.addAll(dish(branch, dish)));
        script.stock().forEach(item -> all.add(item(branch, item)));
        for (var dish : script.dishes()) {
            var recipe = RecipeId.of(new BranchId(branch.id()), dishId(branch, dish.key()));
            all.add(new SetRecipe(recipe, portions(branch, dish.portions())));
        }
        for (var group : script.groups()) {
            all.addAll(recipes(branch, group));
        }
        for (int number = 1; number <= branch.tables(); number++) {
            all.add(table(branch, number));
        }
        all.add(coupon(branch));
        all.add(DemoRewards.chicha(branch));
        return all;
    }

    private static CreateCategory category(Branch branch, DemoScript.Category category) {
        return new CreateCategory(category(branch, category.key()), category.name(), "", null);
    }

    /** Of those options that take something from the stock. */
    private List<SetRecipe> recipes(Branch branch, DemoScript.Group group) {
        var recipes = new ArrayList<SetRecipe>();
        for (var option : group.options()) {
            var portions = option.portions();
            if (portions != null && !portions.isEmpty()) {
                var id = option(branch, group.key(), option.key());
                var recipe = RecipeId.of(new BranchId(branch.id()), id);
                recipes.add(new SetRecipe(recipe, portions(branch, portions)));
            }
        }
        return recipes;
    }

    private static CreateModifierGroup group(Branch branch, DemoScript.Group group) {
        return new CreateModifierGroup(
                new ModifierGroupId("group-demo-" + branch.key() + "-" + group.key()),
                group.name(),
                new GroupLimits(group.min(), group.max(), group.required()),
                group.options().stream()
                        .map(
                                o ->
                                        new NewOption(
                                                option(branch, group.key(), o.key()),
                                                o.name(),
                                                o.price(),
                                                Boolean.TRUE.equals(o.chosen())))
                        .toList());
    }

    private static List<Command> dish(Branch branch, Dish dish) {
        var id = dishId(branch, dish.key());
        var commands = new ArrayList<Command>();
        commands.add(
                new CreateDish(
                        id,
                        category(branch, dish.category()),
                        new DishCard(
                                dish.name(),
                                dish.description(),
                                Objects.requireNonNullElse(dish.taxClass(), TaxClass.TAXED),
                                dish.minutes(),
                                dish.allergens(),
                                dish.tags(),
                                dish.spice(),
                                dish.featured()),
                        dish.price()));
        dish.groups()
                .forEach(
                        key ->
                                commands.add(
                                        new LinkModifierGroup(
                                                id,
                                                new ModifierGroupId(
                                                        "group-demo-"
                                                                + branch.key()
                                                                + "-"
                                                                + key))));
        return commands;
    }

    private static RegisterItem item(Branch branch, Stock item) {
        return new RegisterItem(
                stock(branch, item.key()),
                item.name(),
                item.unit(),
                item.category(),
                item.minimum(),
                new UnitCost(item.cost().toPlainString()),
                item.opening());
    }

    private List<RecipeCommand.Portion> portions(Branch branch, List<DemoScript.Portion> portions) {
        return portions.stream()
                .map(
                        p ->
                                new RecipeCommand.Portion(
                                        stock(branch, p.stock()),
                                        p.quantity(),
                                        Objects.requireNonNull(units.get(p.stock())),
                                        BigDecimal.ONE))
                .toList();
    }

    private CreateTable table(Branch branch, int number) {
        return new CreateTable(
                new TableId("table-demo-" + branch.key() + "-" + number),
                new TableCard(
                        number,
                        "Mesa " + number,
                        number % 3 == 0 ? 6 : 4,
                        "Salón",
                        TableShape.values()[0]),
                new Position(100 + 160 * ((number - 1) % 4), 100 + 160 * ((number - 1) / 4), 0),
                new QrCode(token(), shortCode()));
    }

    /** Ten percent off from 60 soles, at most 30: {@code BIENVENIDA-MIRAFLORES}. */
    private static CreateCoupon coupon(Branch branch) {
        return new CreateCoupon(
                new CouponId("coupon-demo-" + branch.key() + "-bienvenida"),
                new CouponCode("BIENVENIDA-" + branch.key()),
                new CouponTerms(
                        "Bienvenida",
                        new Benefit.Percentage(BigDecimal.TEN),
                        Money.of("60.00"),
                        Money.of("30.00"),
                        null,
                        null,
                        Set.of(new BranchId(branch.id())),
                        null,
                        null));
    }

    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String shortCode() {
        return random.ints(6, 0, QrCode.ALPHABET.length())
                .mapToObj(i -> String.valueOf(QrCode.ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    private static CategoryId category(Branch branch, String key) {
        return new CategoryId("category-demo-" + branch.key() + "-" + key);
    }

    private static MenuItemId dishId(Branch branch, String key) {
        return new MenuItemId("dish-demo-" + branch.key() + "-" + key);
    }

    private static OptionId option(Branch branch, String group, String key) {
        return new OptionId("option-demo-" + branch.key() + "-" + group + "-" + key);
    }

    private static StockItemId stock(Branch branch, String key) {
        return new StockItemId("stock-demo-" + branch.key() + "-" + key);
    }
}
