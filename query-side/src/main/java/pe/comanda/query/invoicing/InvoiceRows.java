package pe.comanda.query.invoicing;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import pe.comanda.domain.invoicing.InvoiceStatus;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Documents. */
interface InvoiceRows extends JpaRepository<InvoiceRow, String> {
    Optional<InvoiceRow> findByIdAndOrganizationId(String id, String organization);

    /** Newest first, beginning after the given place. */
    @Query(
            """
            select i from InvoiceRow i
            where i.organizationId = :organization
                and (:branch is null or i.branchId = :branch)
                and (:status is null or i.status = :status)
                and (i.issuedAt < :at or i.issuedAt = :at and i.id < :id)
            order by i.issuedAt desc, i.id desc
            """)
    List<InvoiceRow> list(
            String organization,
            @Nullable String branch,
            @Nullable InvoiceStatus status,
            Instant at,
            String id,
            Limit limit);

    /** Those in a hurry: the nearest deadline first. */
    @Query(
            """
            select i from InvoiceRow i
            where i.organizationId = :organization
                and (:everywhere = true or i.branchId in :branches)
                and i.status not in :settled
            order by i.lastDay, i.issuedAt
            """)
    List<InvoiceRow> hurry(
            String organization,
            boolean everywhere,
            Collection<String> branches,
            Collection<InvoiceStatus> settled,
            Limit limit);

    @Query(
            """
            select i.status as status, count(i) as documents, sum(i.payable) as payable,
                min(i.issuedAt) as oldest
            from InvoiceRow i
            where i.organizationId = :organization
                and (:everywhere = true or i.branchId in :branches)
            group by i.status order by i.status
            """)
    List<Count> counts(String organization, boolean everywhere, Collection<String> branches);

    /** Documents of one status. */
    interface Count {
        InvoiceStatus getStatus();

        long getDocuments();

        java.math.BigDecimal getPayable();

        Instant getOldest();
    }
}
