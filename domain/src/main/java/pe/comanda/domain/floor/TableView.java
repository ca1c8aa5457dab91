package pe.comanda.domain.floor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A table as staff look at it.
 *
 * @param session who sits there, since when; null while nobody does
 * @param version the aggregate's version: send it back as {@code If-Match}
 */
public record TableView(
        String id,
        String branch,
        int number,
        String label,
        int seats,
        String space,
        TableShape shape,
        int x,
        int y,
        int rotation,
        TableStatus status,
        @Nullable String session,
        @Nullable Instant occupiedSince,
        String qrToken,
        String shortCode,
        long version) {}
