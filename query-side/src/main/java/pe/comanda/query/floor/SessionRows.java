package pe.comanda.query.floor;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import pe.comanda.domain.floor.SessionStatus;

import java.time.Instant;
import java.util.List;

/** Parties, present and past. */
interface SessionRows extends JpaRepository<SessionRow, String> {

    /** Newest first; those after the given instant and id. */
    @Query(
            """
            select s from SessionRow s
            where s.organizationId = :organization and s.branchId = :branch
              and (:status is null or s.status = :status)
              and (:table is null or s.tableId = :table)
              and (s.requestedAt < :at or s.requestedAt = :at and s.id < :id)
            order by s.requestedAt desc, s.id desc
            """)
    List<SessionRow> list(
            String organization,
            String branch,
            @Nullable SessionStatus status,
            @Nullable String table,
            Instant at,
            String id,
            Limit limit);
}
