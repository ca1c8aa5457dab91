package pe.comanda.query.inventory;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

import pe.comanda.domain.inventory.DeductionView.Status;

import java.util.List;

/** Every deduction. */
interface DeductionRows extends JpaRepository<DeductionRow, String> {
    List<DeductionRow> findByOrganizationIdAndBranchIdAndStatusOrderByRequestedAtAscIdAsc(
            String organization, String branch, Status status, Limit limit);

    List<DeductionRow> findByOrganizationIdAndBranchIdAndOrderIdOrderByRound(
            String organization, String branch, String order);
}
