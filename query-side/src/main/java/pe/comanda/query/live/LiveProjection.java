package pe.comanda.query.live;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.query.shared.Views;

import java.time.Instant;
import java.util.Optional;

/** Follows orders for everybody who watches them. */
@Component
@ProcessingGroup(Views.LIVE)
class LiveProjection {
    private final LiveBatch batch;

    LiveProjection(LiveBatch batch) {
        this.batch = batch;
    }

    @EventHandler
    void on(
            OrderEvent event,
            MetaData metadata,
            @Timestamp Instant at,
            @SequenceNumber long version,
            EventMessage<?> message) {
        var order = event.order().value();
        if (event instanceof OrderPlaced placed) {
            batch.add(OrderDraft.placed(placed, metadata, at));
        } else {
            var draft =
                    Optional.ofNullable(batch.order(order))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "An order moved that was never placed: "
                                                            + order));
            draft.apply(event, at, version);
        }
        batch.changed(order, News.of(message));
    }

    @ResetHandler
    void reset() {
        batch.clearOrders();
    }
}
