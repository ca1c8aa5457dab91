package pe.comanda.query.menu;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.Optional;

/** The table of dishes. */
interface DishRows extends JpaRepository<DishRow, String> {
    Optional<DishRow> findByIdAndOrganizationIdAndBranchId(
            String id, String organization, String branch);

    List<DishRow> findByOrganizationIdAndBranchIdAndArchivedOrderByRankAscCreatedAtAscIdAsc(
            String organization, String branch, boolean archived);
}
