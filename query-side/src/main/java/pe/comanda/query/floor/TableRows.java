package pe.comanda.query.floor;

import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.Optional;

/** The tables of the floor. */
interface TableRows extends JpaRepository<TableRow, String> {
    Optional<TableRow> findByIdAndOrganizationIdAndBranchIdAndRemovedFalse(
            String id, String organization, String branch);

    List<TableRow> findByOrganizationIdAndBranchIdAndRemovedFalseOrderByNumber(
            String organization, String branch);

    Optional<TableRow> findByIdAndOrganizationIdAndBranchId(
            String id, String organization, String branch);

    Window<TableRow> findByOrganizationIdAndBranchIdAndRemovedFalseOrderByNumberAscIdAsc(
            String organization, String branch, KeysetScrollPosition after, Limit limit);
}
