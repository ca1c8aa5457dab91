package pe.comanda.api.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.menu.Allergen;
import pe.comanda.domain.menu.DietaryTag;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.tax.TaxClass;

import java.math.BigDecimal;
import java.util.List;

/** What {@code demo/cevicheria.json} says. The menu and the stock are the same in every branch. */
record DemoScript(
        Organization organization,
        List<Branch> branches,
        List<Person> staff,
        List<Category> categories,
        List<Group> groups,
        List<Stock> stock,
        List<Dish> dishes) {

    record Organization(String id, String slug, String name, String legalName, String ruc) {}

    record Branch(
            String key,
            String code,
            String name,
            String address,
            String establishment,
            int tables) {
        String id() {
            return "branch-demo-" + key;
        }
    }

    record Person(String key, Role role, String name, List<String> branches) {}

    record Category(String key, String name) {}

    record Group(
            String key, String name, int min, int max, boolean required, List<Option> options) {}

    record Option(
            String key,
            String name,
            Money price,
            @JsonProperty("default") @Nullable Boolean chosen,
            @Nullable List<Portion> portions) {}

    record Stock(
            String key,
            String name,
            Unit unit,
            String category,
            Quantity minimum,
            BigDecimal cost,
            Quantity opening) {}

    /**
     * @param taxClass null for what is taxed, as nearly everything is
     */
    record Dish(
            String key,
            String category,
            String name,
            String description,
            Money price,
            @Nullable TaxClass taxClass,
            int minutes,
            List<Allergen> allergens,
            List<DietaryTag> tags,
            @Nullable Integer spice,
            boolean featured,
            List<String> groups,
            List<Portion> portions) {}

    /** How much of a stock item goes into one. In the item's own unit. */
    record Portion(String stock, Quantity quantity) {}
}
