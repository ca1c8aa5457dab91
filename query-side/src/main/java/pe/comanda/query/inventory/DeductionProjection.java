package pe.comanda.query.inventory;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.DeductionView.Status;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.StockDeductionEvent;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Follows what was taken for every round, and the shortages that wait for staff. */
@Component
@ProcessingGroup(Views.STOCK)
class DeductionProjection {
    private static final String NOTHING = "[]";
    private final DeductionRows rows;
    private final FreshDeductions fresh;
    private final JsonMapper json;

    DeductionProjection(DeductionRows rows, FreshDeductions fresh, JsonMapper json) {
        this.rows = rows;
        this.fresh = fresh;
        this.json = json;
    }

    @EventHandler
    void on(
            StockDeductionEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var changed =
                switch (event) {
                    case StockDeducted e ->
                            row(e, e.round(), version, metadata, at)
                                    .of(json.writeValueAsString(e.lines()), NOTHING)
                                    .is(
                                            e.despiteShortage()
                                                    ? Status.TAKEN_DESPITE_SHORTAGE
                                                    : Status.TAKEN);
                    case StockShort e ->
                            row(e, e.round(), version, metadata, at)
                                    .of(
                                            json.writeValueAsString(e.lines()),
                                            json.writeValueAsString(e.missing()))
                                    .is(Status.SHORT);
                    case ShortageConfirmed e -> row(e).is(Status.CONFIRMED).because(e.reason());
                    case ShortageReleased e -> row(e).is(Status.RELEASED).because(e.reason());
                    case DeductionRetried e -> row(e);
                    case StockGivenBack e -> without(row(e), e.lines());
                    case StockWrittenOff e -> without(row(e), e.lines());
                };
        var unused = changed.at(version, at);
    }

    @ResetHandler
    void reset() {
        fresh.clear();
    }

    private DeductionRow row(
            StockDeductionEvent event, int round, long version, MetaData metadata, Instant at) {
        return version == 0
                ? fresh.add(
                        new DeductionRow(
                                event.deduction().value(),
                                event.order().value(),
                                round,
                                Tenant.of(metadata),
                                at))
                : row(event);
    }

    private DeductionRow row(StockDeductionEvent event) {
        var id = event.deduction().value();
        return fresh.find(id).or(() -> rows.findById(id)).orElseThrow();
    }

    private DeductionRow without(DeductionRow row, List<LineId> lines) {
        var left =
                Arrays.stream(json.readValue(row.lines(), LineNeeds[].class))
                        .filter(line -> !lines.contains(line.line()))
                        .toList();
        return row.of(json.writeValueAsString(left), row.missing());
    }
}
