package pe.comanda.query.menu;

import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.Optional;

/** The table of modifier groups. */
interface ModifierGroupRows extends JpaRepository<ModifierGroupRow, String> {
    Optional<ModifierGroupRow> findByIdAndOrganizationIdAndBranchId(
            String id, String organization, String branch);

    List<ModifierGroupRow> findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
            String organization, String branch, boolean archived);

    Window<ModifierGroupRow> findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
            String organization,
            String branch,
            boolean archived,
            KeysetScrollPosition after,
            Limit limit);
}
