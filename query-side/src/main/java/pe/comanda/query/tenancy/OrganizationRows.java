package pe.comanda.query.tenancy;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

interface OrganizationRows extends JpaRepository<OrganizationRow, String> {
    List<OrganizationRow> findByIdGreaterThanOrderById(String after, Limit limit);
}
