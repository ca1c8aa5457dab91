package pe.comanda.query.tenancy;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import java.util.List;
import java.util.Optional;
import java.util.Set;

interface BranchRows extends JpaRepository<BranchRow, String> {
    List<BranchRow> findByOrganizationIdAndIdGreaterThanOrderById(
            String organization, String after, Limit limit);

    List<BranchRow> findByOrganizationIdAndIdInAndIdGreaterThanOrderById(
            String organization, Set<String> ids, String after, Limit limit);

    Optional<BranchRow> findByIdAndOrganizationId(String id, String organization);

    @Query("select b.id from BranchRow b where b.organizationId = :organization")
    Set<String> findIds(String organization);

    Optional<BranchRow> findByCode(String code);
}
