package pe.comanda.domain.menu;

import pe.comanda.domain.shared.Money;

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
        DishCard card,
        Money price,
        boolean available,
        List<OffReason> off,
        List<String> modifierGroups,
        boolean archived,
        Instant createdAt,
        long version) {}
