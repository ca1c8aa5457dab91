package pe.comanda.domain.menu;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.TaxClass;

import java.time.Instant;
import java.util.List;

/**
 * A dish as staff edit it.
 *
 * @param off why it cannot be ordered; empty while it can
 * @param version the aggregate's version: send it back as {@code If-Match}
 */
public record DishView(
        String id,
        String category,
        String name,
        String description,
        TaxClass taxClass,
        @Nullable Integer preparation,
        List<Allergen> allergens,
        List<DietaryTag> tags,
        @Nullable Integer spice,
        boolean featured,
        Money price,
        boolean available,
        List<OffReason> off,
        List<String> modifierGroups,
        boolean archived,
        Instant createdAt,
        long version) {}
