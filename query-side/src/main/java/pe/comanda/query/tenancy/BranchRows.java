package pe.comanda.query.tenancy;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.Optional;

interface BranchRows extends JpaRepository<BranchRow, String> {
    List<BranchRow> findByOrganizationIdOrderById(String organization);

    Optional<BranchRow> findByIdAndOrganizationId(String id, String organization);

    Optional<BranchRow> findByCode(String code);
}
