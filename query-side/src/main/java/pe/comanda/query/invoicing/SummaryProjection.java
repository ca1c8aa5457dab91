package pe.comanda.query.invoicing;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.Summary.Phase;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAccepted;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAttemptFailed;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryAttemptStarted;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryParked;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryRejected;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryRetried;
import pe.comanda.domain.invoicing.SummaryEvent.SummarySigned;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryTicketed;
import pe.comanda.domain.invoicing.SummaryQuery.ListSummaries;
import pe.comanda.domain.invoicing.SummaryQuery.SummaryPage;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Follows daily summaries and notices of voiding. */
@Component
@ProcessingGroup(Views.INVOICES)
class SummaryProjection {
    private static final int MOST = 200;
    private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

    private final SummaryRows summaries;

    SummaryProjection(SummaryRows summaries) {
        this.summaries = summaries;
    }

    @EventHandler
    void on(SummaryEvent event, MetaData metadata, @SequenceNumber long version) {
        var row =
                event instanceof SummaryIssued issued
                        ? new SummaryRow(
                                issued, String.valueOf(metadata.get(MetadataKey.ORGANIZATION)))
                        : summaries.findById(event.summary().value()).orElseThrow();
        change(row, event);
        row.at(version);
        summaries.save(row);
    }

    @ResetHandler
    void reset() {
        summaries.deleteAllInBatch();
    }

    @QueryHandler
    SummaryPage answer(ListSummaries query, MetaData metadata) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var given = Cursor.of(query.cursor());
        var after = given == null ? START : given;
        var found =
                summaries
                        .list(
                                Caller.from(metadata).organization(),
                                after.at(),
                                after.id(),
                                Limit.of(limit + 1))
                        .stream()
                        .map(SummaryRow::view)
                        .toList();
        if (found.size() <= limit) {
            return new SummaryPage(found, "");
        }
        var last = found.get(limit - 1);
        return new SummaryPage(
                found.subList(0, limit), new Cursor(last.issuedAt(), last.id()).text());
    }

    private static void change(SummaryRow row, SummaryEvent event) {
        switch (event) {
            case SummaryIssued _ -> row.stands(Phase.ISSUED);
            case SummarySigned _, SummaryRetried _ -> row.stands(Phase.OPEN);
            case SummaryAttemptStarted started -> row.tried(started.attempt());
            case SummaryTicketed ticketed -> row.ticketed(ticketed.ticket(), ticketed.at());
            case SummaryAccepted accepted -> {
                row.answered(accepted.code(), accepted.text());
                row.stands(Phase.ACCEPTED);
            }
            case SummaryRejected rejected -> {
                row.answered(rejected.code(), rejected.text());
                row.stands(Phase.REJECTED);
            }
            case SummaryAttemptFailed failed -> row.answered(failed.code(), failed.text());
            case SummaryParked(_, var reason, var detail) -> {
                row.answered(reason.name(), detail);
                row.stands(Phase.PARKED);
            }
        }
    }
}
