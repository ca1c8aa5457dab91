package pe.comanda.query.coupons;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.coupons.CouponEvent.*;
import pe.comanda.query.shared.Views;

/** Follows coupons: their terms, and which orders have them. */
@Component
@ProcessingGroup(Views.LOYALTY)
class CouponProjection {
    private final CouponRows rows;

    CouponProjection(CouponRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(
            CouponEvent event,
            EventMessage<?> message,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @SequenceNumber long version) {
        var id = event.coupon().value();
        var at = message.getTimestamp();
        switch (event) {
            case CouponCreated(_, var code, var terms) ->
                    rows.create(id, organization, code.value(), terms, at);
            case CouponChanged(_, var terms) -> rows.change(id, terms);
            case CouponDeactivated _ -> rows.activate(id, false);
            case CouponReactivated _ -> rows.activate(id, true);
            case UseHeld e -> {
                rows.count(id, e.uses());
                rows.held(
                        message.getIdentifier(),
                        organization,
                        id,
                        e.order().value(),
                        e.customer() == null ? null : e.customer().value(),
                        at);
            }
            case UseReleased e -> {
                rows.count(id, e.uses());
                rows.released(id, e.order().value(), at);
            }
        }
        rows.version(id, version);
    }

    @ResetHandler
    void reset() {
        rows.clear();
    }
}
