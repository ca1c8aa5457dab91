package pe.comanda.query.invoicing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FinanceQuery.ListWork;
import pe.comanda.domain.invoicing.InvoiceQuery.Comment;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceSummary;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.shared.Money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Documents as work to be done: the nearest deadline first. */
@Component
class WorkRows {
    /** An outcome that stays unknown for longer than this is looked at. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final JdbcClient sql;

    WorkRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A document with what the list needs beside its summary. */
    record Work(
            InvoiceSummary document,
            List<String> remarks,
            boolean attention,
            @Nullable String replacedBy,
            @Nullable Comment comment) {}

    /** Where a page begins: after this document. */
    record Place(LocalDate day, String id) {}

    /**
     * What waits for a human: what is parked; what was rejected and not replaced; what has been
     * uncertain for long; what has a day left or less.
     *
     * @param branches all of them where it is empty
     * @param urgent the last day of what is urgent
     */
    List<Work> list(
            String organization,
            Set<String> branches,
            ListWork asked,
            Place after,
            Instant now,
            LocalDate urgent,
            int most) {
        return sql.sql(
                        """
                        select * from (
                        select * from (
                            select v.*, r.invoice_id as replaced_by,
                                (v.status = 'PARKED'
                                or v.status = 'REJECTED' and r.invoice_id is null
                                or v.status = 'UNCERTAIN' and v.issued_at < :uncertainSince
                                or v.last_day <= :urgent and not v.status = any(:settled)) as attention
                            from invoice_view v left join book_document r on r.replaces = v.id
                            where v.organization_id = :organization
                                and (:everywhere or v.branch_id = any(:branches))
                                and (:status = '' or v.status = :status)
                                and (:type = '' or v.type = :type)
                                and (v.last_day > :day or v.last_day = :day and v.id > :id)) w
                        where attention or not :attention
                        order by last_day, id limit :most
                        ) page
                        left join lateral (
                            select at as said_at, actor as said_by, text as said from invoice_step
                            where invoice_id = page.id and kind = 'InvoiceCommented'
                            order by version desc limit 1) comment on true
                        order by last_day, id
                        """)
                .param("uncertainSince", Timestamp.from(now.minus(PATIENCE)))
                .param("urgent", urgent)
                .param("settled", settled())
                .param("organization", organization)
                .param("everywhere", branches.isEmpty())
                .param("branches", branches.toArray(String[]::new))
                .param("status", asked.status() == null ? "" : asked.status().name())
                .param("type", asked.type() == null ? "" : asked.type().name())
                .param("day", after.day())
                .param("id", after.id())
                .param("attention", asked.attention())
                .param("most", most)
                .query((row, _) -> work(row))
                .list();
    }

    private static String[] settled() {
        return Arrays.stream(InvoiceStatus.values())
                .filter(status -> status.isFinal() || status == InvoiceStatus.VOIDING)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static @Nullable Comment comment(ResultSet row) throws SQLException {
        var at = row.getTimestamp("said_at");
        return at == null
                ? null
                : new Comment(at.toInstant(), row.getString("said_by"), row.getString("said"));
    }

    private static Work work(ResultSet row) throws SQLException {
        var next = row.getTimestamp("next_try_at");
        return new Work(
                new InvoiceSummary(
                        row.getString("id"),
                        row.getString("branch_id"),
                        row.getString("order_id"),
                        DocumentType.valueOf(row.getString("type")),
                        row.getString("number"),
                        InvoiceStatus.valueOf(row.getString("status")),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getString("currency"),
                        new Money(row.getBigDecimal("payable")),
                        BuyerDocumentType.valueOf(row.getString("buyer_type")),
                        row.getInt("attempts"),
                        next == null ? null : next.toInstant(),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("code"),
                        row.getString("text"),
                        row.getLong("version")),
                List.of((String[]) row.getArray("notes").getArray()),
                row.getBoolean("attention"),
                row.getString("replaced_by"),
                comment(row));
    }
}
