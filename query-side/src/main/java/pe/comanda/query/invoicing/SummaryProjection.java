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
import pe.comanda.domain.invoicing.SummaryQuery.SummaryList;
import pe.comanda.query.shared.Views;

/** Follows daily summaries and notices of voiding. */
@Component
@ProcessingGroup(Views.INVOICES)
class SummaryProjection {
    private static final int MOST = 200;

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
    SummaryList answer(ListSummaries query, MetaData metadata) {
        return new SummaryList(
                summaries
                        .findByOrganizationIdOrderByIssuedAtDescIdDesc(
                                Caller.from(metadata).organization(),
                                Limit.of(Math.clamp(query.limit(), 1, MOST)))
                        .stream()
                        .map(SummaryRow::view)
                        .toList());
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
