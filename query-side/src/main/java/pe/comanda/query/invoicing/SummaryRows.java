package pe.comanda.query.invoicing;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import java.time.Instant;
import java.util.List;

/** Files about documents. */
interface SummaryRows extends JpaRepository<SummaryRow, String> {
    /** Those behind a place, newest first. */
    @Query(
            """
            select s from SummaryRow s
            where s.organizationId = :organization
                and (s.issuedAt < :at or s.issuedAt = :at and s.id < :id)
            order by s.issuedAt desc, s.id desc
            """)
    List<SummaryRow> list(String organization, Instant at, String id, Limit limit);
}
