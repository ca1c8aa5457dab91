package pe.comanda.query.menu;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

/** The table of categories. */
interface CategoryRows extends JpaRepository<CategoryRow, String> {
    List<CategoryRow> findByOrganizationIdAndBranchIdAndArchivedOrderByCreatedAtAscIdAsc(
            String organization, String branch, boolean archived);
}
