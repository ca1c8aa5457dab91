package pe.comanda.query.live;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.LineNeeds;
import pe.comanda.domain.inventory.Missing;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.inventory.StockLevel;
import pe.comanda.domain.live.MessageType;
import pe.comanda.domain.live.Rooms;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.shared.Tenant;
import pe.comanda.query.shared.Views;

import java.util.List;

/**
 * Tells of stock that runs low or out, and of shortages that somebody must decide on. Handles these
 * events only, one by one: a movement of stock, of which every order makes several, is not even
 * read.
 */
@Component
@ProcessingGroup(Views.LIVE)
class StockFeed {
    private static final List<String> STAFF = List.of(Rooms.STOCK);
    private final LiveBatch batch;

    StockFeed(LiveBatch batch) {
        this.batch = batch;
    }

    /**
     * @param balance when the level was last crossed
     */
    record LiveItem(
            String id,
            String name,
            String symbol,
            Quantity balance,
            Quantity minimum,
            StockLevel level) {}

    /** A round that there was not enough for, and what was decided. */
    record LiveShortage(
            String id,
            String order,
            int round,
            State state,
            List<String> dishes,
            List<Lacking> missing,
            String reason) {
        LiveShortage {
            dishes = List.copyOf(dishes);
            missing = List.copyOf(missing);
        }

        private LiveShortage decided(State as, String why) {
            return new LiveShortage(id, order, round, as, dishes, missing, why);
        }
    }

    enum State {
        /** Waits for staff. */
        SHORT,
        /** It is cooked all the same. */
        CONFIRMED,
        /** Nothing is taken for it. */
        RELEASED,
        /** It is looked at once more. */
        RETRIED
    }

    record Lacking(String item, String name, String symbol, Quantity needed, Quantity available) {}

    @EventHandler
    void on(ItemRegistered event, EventMessage<?> message) {
        var level = StockLevel.of(event.balance(), event.minimum());
        batch.set(
                thing(
                        new LiveItem(
                                event.item().value(),
                                event.name(),
                                event.unit().symbol(),
                                event.balance(),
                                event.minimum(),
                                level),
                        message));
    }

    @EventHandler
    void on(ItemRevised event, EventMessage<?> message) {
        var item = item(event.item().value());
        batch.set(
                thing(
                        new LiveItem(
                                item.id(),
                                event.name(),
                                item.symbol(),
                                item.balance(),
                                event.minimum(),
                                item.level()),
                        message));
    }

    @EventHandler
    void on(StockRanLow event, EventMessage<?> message) {
        crossed(event.item().value(), event.balance(), StockLevel.LOW, message);
    }

    @EventHandler
    void on(StockRanOut event, EventMessage<?> message) {
        crossed(event.item().value(), event.balance(), StockLevel.OUT, message);
    }

    @EventHandler
    void on(StockRecovered event, EventMessage<?> message) {
        crossed(event.item().value(), event.balance(), event.level(), message);
    }

    @EventHandler
    void on(StockShort event, EventMessage<?> message) {
        tell(
                new LiveShortage(
                        event.deduction().value(),
                        event.order().value(),
                        event.round(),
                        State.SHORT,
                        event.lines().stream().map(LineNeeds::name).distinct().toList(),
                        event.missing().stream().map(this::lacking).toList(),
                        ""),
                message);
    }

    @EventHandler
    void on(ShortageConfirmed event, EventMessage<?> message) {
        decided(event.deduction().value(), State.CONFIRMED, event.reason(), message);
    }

    @EventHandler
    void on(ShortageReleased event, EventMessage<?> message) {
        decided(event.deduction().value(), State.RELEASED, event.reason(), message);
    }

    @EventHandler
    void on(DeductionRetried event, EventMessage<?> message) {
        decided(event.deduction().value(), State.RETRIED, "", message);
    }

    @ResetHandler
    void reset() {
        batch.clear(Kind.STOCK);
        batch.clear(Kind.SHORTAGE);
    }

    private LiveItem item(String id) {
        return batch.now(Kind.STOCK, id, LiveItem.class).orElseThrow();
    }

    private Lacking lacking(Missing missing) {
        var known = batch.now(Kind.STOCK, missing.item().value(), LiveItem.class);
        return new Lacking(
                missing.item().value(),
                known.map(LiveItem::name).orElse(""),
                known.map(LiveItem::symbol).orElse(""),
                missing.needed(),
                missing.available());
    }

    private void crossed(String id, Quantity balance, StockLevel level, EventMessage<?> message) {
        var item = item(id);
        batch.tell(
                thing(
                        new LiveItem(
                                id, item.name(), item.symbol(), balance, item.minimum(), level),
                        message),
                switch (level) {
                    case OUT -> MessageType.STOCK_OUT;
                    case LOW -> MessageType.STOCK_LOW;
                    case OK -> MessageType.STOCK_RECOVERED;
                },
                News.of(message));
    }

    private void decided(String id, State as, String reason, EventMessage<?> message) {
        batch.now(Kind.SHORTAGE, id, LiveShortage.class)
                .ifPresent(shortage -> tell(shortage.decided(as, reason), message));
    }

    private void tell(LiveShortage shortage, EventMessage<?> message) {
        batch.tell(
                new Thing(
                        Kind.SHORTAGE,
                        shortage.id(),
                        Tenant.of(message.getMetaData()),
                        List.of(Rooms.BRANCH, Rooms.STOCK),
                        shortage,
                        shortage.state() == State.SHORT ? Standing.SHOWN : Standing.GONE),
                MessageType.STOCK_SHORTAGE,
                News.of(message));
    }

    private static Thing thing(LiveItem item, EventMessage<?> message) {
        return new Thing(
                Kind.STOCK,
                item.id(),
                Tenant.of(message.getMetaData()),
                STAFF,
                item,
                item.level() == StockLevel.OK ? Standing.KEPT : Standing.SHOWN);
    }
}
