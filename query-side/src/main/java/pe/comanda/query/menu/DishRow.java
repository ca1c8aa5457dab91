package pe.comanda.query.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.Allergen;
import pe.comanda.domain.menu.DietaryTag;
import pe.comanda.domain.menu.DishCard;
import pe.comanda.domain.menu.DishView;
import pe.comanda.domain.menu.MenuView;
import pe.comanda.domain.menu.ModifierGroupId;
import pe.comanda.domain.menu.OffReason;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;
import pe.comanda.query.shared.Tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A dish. Its closed lists are kept as words with blanks between them. */
@Entity
@Table(name = "menu_dish")
class DishRow {
    /** A dish that nobody has arranged stands after those that somebody has. */
    private static final int UNARRANGED = 1_000_000;

    @Id private String id = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    private String categoryId = "";
    private String name = "";
    private String description = "";
    private BigDecimal price = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private TaxClass taxClass = TaxClass.TAXED;

    private @Nullable Integer preparation;
    private String allergens = "";
    private String tags = "";
    private @Nullable Integer spice;
    private boolean featured;
    private String modifierGroups = "";
    private boolean offByHand;
    private boolean offByStock;
    private boolean archived;
    @Column private int rank = UNARRANGED;
    private Instant createdAt = Instant.EPOCH;
    private long version;

    protected DishRow() {}

    DishRow(String id, Tenant tenant, Instant at) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.createdAt = at;
    }

    /** Where the dish stands in the order of the menu. */
    Map<String, ?> place() {
        return Map.of("rank", rank, "createdAt", createdAt, "id", id);
    }

    DishRow priced(Money now) {
        price = now.value();
        return this;
    }

    DishRow described(String category, DishCard card) {
        if (!categoryId.equals(category)) {
            rank = UNARRANGED;
        }
        categoryId = category;
        name = card.name();
        description = card.description();
        taxClass = card.taxClass();
        preparation = card.preparation();
        allergens = words(card.allergens());
        tags = words(card.tags());
        spice = card.spice();
        featured = card.featured();
        return this;
    }

    DishRow with(List<ModifierGroupId> groups) {
        modifierGroups = words(groups);
        return this;
    }

    DishRow off(OffReason reason, boolean now) {
        switch (reason) {
            case BY_HAND -> offByHand = now;
            case BY_STOCK -> offByStock = now;
        }
        return this;
    }

    DishRow archived(boolean now) {
        archived = now;
        return this;
    }

    DishRow ranked(int now) {
        rank = now;
        return this;
    }

    DishRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    String category() {
        return categoryId;
    }

    DishView view() {
        var off = new ArrayList<OffReason>();
        if (offByHand) {
            off.add(OffReason.BY_HAND);
        }
        if (offByStock) {
            off.add(OffReason.BY_STOCK);
        }
        return new DishView(
                id,
                categoryId,
                name,
                description,
                taxClass,
                preparation,
                list(allergens).stream().map(Allergen::valueOf).toList(),
                list(tags).stream().map(DietaryTag::valueOf).toList(),
                spice,
                featured,
                new Money(price),
                off.isEmpty(),
                off,
                list(modifierGroups),
                archived,
                createdAt,
                version);
    }

    /** The dish with those of its groups that are offered. */
    MenuView.Dish onMenu(Set<String> offered) {
        var dish = view();
        return new MenuView.Dish(
                id,
                name,
                description,
                dish.price(),
                taxClass,
                preparation,
                dish.allergens(),
                dish.tags(),
                spice,
                featured,
                dish.available(),
                dish.modifierGroups().stream().filter(offered::contains).toList());
    }

    private static String words(List<?> values) {
        return String.join(" ", values.stream().map(Object::toString).toList());
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }
}
