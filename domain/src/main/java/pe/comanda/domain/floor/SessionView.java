package pe.comanda.domain.floor;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A table session as people look at it. The guest's name is not here: it is personal data, kept
 * apart.
 *
 * @param walkIn seated by staff, without a scan
 * @param until when a pending one expires, or an active one with nothing open
 * @param end how it ended, where it was active; @param reason why it was rejected or forced
 */
public record SessionView(
        String id,
        String organization,
        String branch,
        String table,
        String tableLabel,
        SessionStatus status,
        @Nullable Integer guests,
        boolean walkIn,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant until,
        @Nullable SessionEnd end,
        String reason,
        long version) {}
