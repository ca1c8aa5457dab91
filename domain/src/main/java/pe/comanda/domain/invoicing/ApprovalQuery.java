package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Query;

import java.time.Instant;
import java.util.List;

/** Everything one can ask about second persons' words. */
public sealed interface ApprovalQuery<V> extends Query<V> {
    @Override
    default Permission requires() {
        return Permission.INVOICES_READ;
    }

    @Override
    default String view() {
        return "invoices";
    }

    /**
     * Those of the branches that the caller reaches, newest first; limit 1 to 200.
     *
     * @param status null for all
     */
    record ListApprovals(@Nullable ApprovalStatus status, String cursor, int limit)
            implements ApprovalQuery<ApprovalPage> {}

    /**
     * @param decidedBy null while nobody has decided
     */
    record ApprovalView(
            String id,
            String branch,
            String invoice,
            GuardedAction action,
            Money amount,
            String reason,
            ApprovalStatus status,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy) {}

    /**
     * @param nextCursor empty where there is no more
     */
    record ApprovalPage(List<ApprovalView> items, String nextCursor) {
        public ApprovalPage {
            items = List.copyOf(items);
        }
    }
}
