package pe.comanda.domain.inventory;

import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.ordering.OrderId;

import java.util.ArrayList;
import java.util.List;

/**
 * From a confirmed order to its stock: what to do next, and never how. Remembers only which rounds
 * took something; what was taken, what is short and what went back is the deductions' own
 * knowledge.
 *
 * @param rounds the confirmations of the order for which a deduction was asked
 */
public record StockDeductionProcess(List<Integer> rounds) {
    public static final StockDeductionProcess NOT_STARTED = new StockDeductionProcess(List.of());

    public StockDeductionProcess {
        rounds = List.copyOf(rounds);
    }

    /**
     * @param commands to be sent, in this order
     * @param then the process afterwards
     * @param finished nothing more will come of this order
     */
    public record Step(
            List<StockDeductionCommand> commands, StockDeductionProcess then, boolean finished) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Takes what the confirmed lines need. A round that needs nothing is not remembered; a process
     * that remembers none is over.
     */
    public Step confirmed(OrderId order, int round, List<LineNeeds> needs) {
        if (needs.isEmpty()) {
            return new Step(List.of(), this, rounds.isEmpty());
        }
        var all = new ArrayList<>(rounds);
        if (!all.contains(round)) {
            all.add(round);
        }
        return new Step(
                List.of(new DeductStock(DeductionId.of(order, round), order, round, needs)),
                new StockDeductionProcess(all),
                false);
    }

    /** Any round may have taken for the lines; those that did not will find nothing to do. */
    public Step linesCancelled(OrderId order, List<SettledLine> lines) {
        return new Step(settle(order, lines), this, rounds.isEmpty());
    }

    public Step orderCancelled(OrderId order, List<SettledLine> lines) {
        return new Step(settle(order, lines), this, true);
    }

    /** Served and paid: nothing will come back. A shortage that is still open stays with staff. */
    public Step completed() {
        return new Step(List.of(), this, true);
    }

    /**
     * Staff decided. That may be after the order is over: then the process was started for the
     * decision alone.
     */
    public Step decided(DeductionId deduction) {
        return new Step(List.of(new TryAgain(deduction)), this, rounds.isEmpty());
    }

    private List<StockDeductionCommand> settle(OrderId order, List<SettledLine> lines) {
        return lines.isEmpty()
                ? List.of()
                : rounds.stream()
                        .<StockDeductionCommand>map(
                                round -> new SettleLines(DeductionId.of(order, round), lines))
                        .toList();
    }
}
