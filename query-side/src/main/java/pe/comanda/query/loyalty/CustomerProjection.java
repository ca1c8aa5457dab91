package pe.comanda.query.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.CustomerEvent.*;
import pe.comanda.query.shared.Views;

import java.time.Instant;

/** Follows customers. Who they are it never learns. */
@Component
@ProcessingGroup(Views.LOYALTY)
class CustomerProjection {
    private final CustomerRows rows;

    CustomerProjection(CustomerRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(
            CustomerEvent event,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @Timestamp Instant at,
            @SequenceNumber long version) {
        var id = event.customer().value();
        var row =
                switch (event) {
                    case CustomerRegistered(_, var account) ->
                            new CustomerRow(id, organization, account.value(), at);
                    case CustomerChanged _ -> rows.findById(id).orElseThrow();
                    case CustomerForgotten _ -> rows.findById(id).orElseThrow().forgotten();
                };
        var unused = rows.save(row.at(version));
    }

    @ResetHandler
    void reset() {
        rows.deleteAllInBatch();
    }
}
