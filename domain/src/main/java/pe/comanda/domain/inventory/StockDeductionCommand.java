package pe.comanda.domain.inventory;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;

import java.util.List;

/** Everything one can ask of a stock deduction. */
public sealed interface StockDeductionCommand extends Command {
    DeductionId deduction();

    @Override
    default DeductionId target() {
        return deduction();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case DeductStock _, SettleLines _, TryAgain _ -> Permission.INTERNAL;
            case ConfirmShortage _, ReleaseShortage _ -> Permission.INVENTORY_OVERRIDE;
            case RetryDeduction _ -> Permission.INVENTORY_UPDATE;
        };
    }

    /** Takes all that a confirmed round needs, or nothing. Asking twice takes once. */
    record DeductStock(DeductionId deduction, OrderId order, int round, List<LineNeeds> lines)
            implements StockDeductionCommand {
        public DeductStock {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Lines were cancelled. What nobody had started on goes back, the rest is waste; what was still
     * short is no longer needed. Lines of other rounds are none of its business.
     */
    record SettleLines(DeductionId deduction, List<SettledLine> lines)
            implements StockDeductionCommand {
        public SettleLines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param started whether the kitchen had begun: then it is lost
     */
    record SettledLine(LineId line, boolean started) {}

    /** Takes once more what was short, after somebody decided or something changed. */
    record TryAgain(DeductionId deduction) implements StockDeductionCommand {}

    /** The dish is cooked all the same; balances may fall below zero. Reason: up to 500. */
    record ConfirmShortage(DeductionId deduction, String reason) implements StockDeductionCommand {}

    /** Nothing is taken for it: somebody counts later. Reason: up to 500. */
    record ReleaseShortage(DeductionId deduction, String reason) implements StockDeductionCommand {}

    /** There is stock again: look once more. */
    record RetryDeduction(DeductionId deduction) implements StockDeductionCommand {}
}
