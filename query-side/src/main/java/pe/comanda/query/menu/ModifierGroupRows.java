package pe.comanda.query.menu;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

/** The table of modifier groups. */
interface ModifierGroupRows extends JpaRepository<ModifierGroupRow, String> {
    List<ModifierGroupRow> findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
            String organization, String branch, boolean archived);
}
