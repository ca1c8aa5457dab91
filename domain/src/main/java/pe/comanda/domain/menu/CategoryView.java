package pe.comanda.domain.menu;

import org.jspecify.annotations.Nullable;

/** A category as staff edit it. */
public record CategoryView(
        String id,
        String name,
        String description,
        @Nullable String parent,
        boolean archived,
        long version) {}
