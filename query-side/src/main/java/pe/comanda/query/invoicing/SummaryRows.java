package pe.comanda.query.invoicing;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;

/** Files about documents. */
interface SummaryRows extends JpaRepository<SummaryRow, String> {
    List<SummaryRow> findByOrganizationIdOrderByIssuedAtDescIdDesc(
            String organization, Limit limit);
}
