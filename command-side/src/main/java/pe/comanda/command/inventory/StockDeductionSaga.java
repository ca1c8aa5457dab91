package pe.comanda.command.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.StockDeductionCommand;
import pe.comanda.domain.inventory.StockDeductionCommand.SettledLine;
import pe.comanda.domain.inventory.StockDeductionEvent.DeductionRetried;
import pe.comanda.domain.inventory.StockDeductionEvent.ShortageConfirmed;
import pe.comanda.domain.inventory.StockDeductionProcess;
import pe.comanda.domain.inventory.StockDeductionProcess.Step;
import pe.comanda.domain.ordering.LineStatus;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.ordering.OrderLine;

import java.util.Optional;

/**
 * Performs {@link StockDeductionProcess}: one instance per order, from its first confirmed round
 * that takes something until nothing can come back any more. Its commands, its own state and the
 * progress of its processor are stored in one transaction.
 */
@Saga
@ProcessingGroup(Processors.PROCESS_STOCK_DEDUCTION)
public class StockDeductionSaga {
    private static final String ORDER = "order";

    @JsonProperty private StockDeductionProcess process = StockDeductionProcess.NOT_STARTED;
    @Autowired private transient StockNeeds needs;
    @Autowired private transient OwnCommands commands;

    /** For Axon. */
    public StockDeductionSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    public void on(OrderConfirmed event, MetaData metadata) {
        var lines = needs.of(event.lines(), metadata);
        perform(process.confirmed(event.order(), event.round(), lines), metadata);
    }

    @SagaEventHandler(associationProperty = ORDER)
    public void on(LineCancelled event, MetaData metadata) {
        var lines = settled(event.line(), event.was()).stream().toList();
        perform(process.linesCancelled(event.order(), lines), metadata);
    }

    @SagaEventHandler(associationProperty = ORDER)
    public void on(OrderCancelled event, MetaData metadata) {
        var lines = event.lines().stream().flatMap(l -> settled(l.line(), l.was()).stream());
        perform(process.orderCancelled(event.order(), lines.toList()), metadata);
    }

    @SagaEventHandler(associationProperty = ORDER)
    public void on(OrderCompleted event, MetaData metadata) {
        perform(process.completed(), metadata);
    }

    /** May come when the order is long over: then it starts an instance for this one step. */
    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    public void on(ShortageConfirmed event, MetaData metadata) {
        perform(process.decided(event.deduction()), metadata);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    public void on(DeductionRetried event, MetaData metadata) {
        perform(process.decided(event.deduction()), metadata);
    }

    private void perform(Step step, MetaData metadata) {
        step.commands().forEach(command -> send(command, metadata));
        process = step.then();
        if (step.finished()) {
            SagaLifecycle.end();
        }
    }

    /** None of these can be refused: a refusal is a defect, and stops the processor loudly. */
    private void send(StockDeductionCommand command, MetaData metadata) {
        var correlation = String.valueOf(metadata.getOrDefault(MetadataKey.CORRELATION, ""));
        commands.send(command, Owner.of(metadata), correlation)
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException(command.target() + ": " + refusal);
                        });
    }

    /** A line that was never confirmed took nothing. */
    private static Optional<SettledLine> settled(OrderLine line, LineStatus was) {
        return was == LineStatus.PENDING
                ? Optional.empty()
                : Optional.of(new SettledLine(line.id(), was.compareTo(LineStatus.PREPARING) >= 0));
    }
}
