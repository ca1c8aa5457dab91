package pe.comanda.query.inventory;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import pe.comanda.domain.inventory.DeductionView.Status;

import java.time.Instant;
import java.util.List;

/** Every deduction. */
interface DeductionRows extends JpaRepository<DeductionRow, String> {

    /** Oldest first, from behind the given one. */
    @Query(
            """
            select d from DeductionRow d
            where d.organizationId = :organization and d.branchId = :branch and d.status = :status
              and (d.requestedAt > :at or d.requestedAt = :at and d.id > :id)
            order by d.requestedAt, d.id
            """)
    List<DeductionRow> list(
            String organization, String branch, Status status, Instant at, String id, Limit limit);

    List<DeductionRow> findByOrganizationIdAndBranchIdAndOrderIdOrderByRound(
            String organization, String branch, String order);
}
