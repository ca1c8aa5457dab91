package pe.comanda.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.inventory.DeductionId;
import pe.comanda.domain.inventory.StockDeduction;
import pe.comanda.domain.inventory.StockDeduction.Balances;
import pe.comanda.domain.inventory.StockDeduction.Outcome;
import pe.comanda.domain.inventory.StockDeductionCommand;
import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockDeductionEvent;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.shared.Quantity;

import java.util.Collection;
import java.util.List;

/**
 * Runs {@link StockDeduction} on Axon. What people decide comes here; what moves stock comes
 * through {@link StockDeductions}, which brings the items along.
 */
@Aggregate(type = "StockDeduction")
class StockDeductionAggregate {
    private static final Balances NONE = _ -> Quantity.ZERO;

    @AggregateIdentifier private @Nullable DeductionId id;
    private Owner owner = Owner.NOBODY;
    private StockDeduction deduction = StockDeduction.NOT_REQUESTED;

    StockDeductionAggregate() {}

    @CommandHandler
    long handle(ConfirmShortage command, CommandMessage<?> message) {
        return decide(command, message);
    }

    @CommandHandler
    long handle(ReleaseShortage command, CommandMessage<?> message) {
        return decide(command, message);
    }

    @CommandHandler
    long handle(RetryDeduction command, CommandMessage<?> message) {
        return decide(command, message);
    }

    Collection<StockItemId> touches(StockDeductionCommand command) {
        return deduction.touches(command);
    }

    /** Judges without changing anything. */
    Outcome judge(StockDeductionCommand command, CommandMessage<?> message, Balances balances) {
        owner.admit(message.getMetaData());
        return deduction.decide(command, balances);
    }

    /** Records what was judged, and answers the version. */
    long record(List<StockDeductionEvent> events) {
        events.forEach(
                event -> {
                    var _ = apply(event, owner.stamp());
                });
        return getVersion();
    }

    private long decide(StockDeductionCommand command, CommandMessage<?> message) {
        return record(judge(command, message, NONE).events());
    }

    @EventSourcingHandler
    void on(StockDeductionEvent event, MetaData metadata) {
        if (id == null) {
            id = event.deduction();
            owner = Owner.of(metadata);
        }
        deduction = deduction.evolve(event);
    }
}
