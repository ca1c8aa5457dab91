package pe.comanda.query.menu;

import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of dishes. */
interface DishRows extends JpaRepository<DishRow, String> {
    Optional<DishRow> findByIdAndOrganizationIdAndBranchId(
            String id, String organization, String branch);

    List<DishRow> findByIdInAndOrganizationIdAndBranchIdOrderById(
            Collection<String> ids, String organization, String branch);

    List<DishRow> findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
            String organization, String branch, boolean archived);

    Window<DishRow> findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
            String organization,
            String branch,
            boolean archived,
            KeysetScrollPosition after,
            Limit limit);
}
