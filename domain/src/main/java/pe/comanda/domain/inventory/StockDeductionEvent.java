package pe.comanda.domain.inventory;

import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.DomainEvent;

import java.util.List;

/** Everything that can have happened to a stock deduction. */
public sealed interface StockDeductionEvent extends DomainEvent {
    DeductionId deduction();

    OrderId order();

    /**
     * All of it was taken: {@code StockTaken} of every item stands in the same commit, or {@code
     * StockTakenByRounds} where other rounds of that moment took of it as well.
     *
     * @param round counts confirmations of the order
     * @param despiteShortage somebody confirmed it although there was not enough
     */
    record StockDeducted(
            DeductionId deduction,
            OrderId order,
            int round,
            List<LineNeeds> lines,
            boolean despiteShortage)
            implements StockDeductionEvent {
        public StockDeducted {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing was taken, because something is missing. Staff decide. */
    record StockShort(
            DeductionId deduction,
            OrderId order,
            int round,
            List<LineNeeds> lines,
            List<Missing> missing)
            implements StockDeductionEvent {
        public StockShort {
            lines = List.copyOf(lines);
            missing = List.copyOf(missing);
        }
    }

    record ShortageConfirmed(DeductionId deduction, OrderId order, String reason)
            implements StockDeductionEvent {}

    /** Nothing is taken: decided by staff, or because every line that needed it was cancelled. */
    record ShortageReleased(DeductionId deduction, OrderId order, String reason)
            implements StockDeductionEvent {}

    record DeductionRetried(DeductionId deduction, OrderId order) implements StockDeductionEvent {}

    /** Back on the shelf: cancelled before anybody started on them. */
    record StockGivenBack(
            DeductionId deduction, OrderId order, List<LineId> lines, List<Need> returned)
            implements StockDeductionEvent {
        public StockGivenBack {
            lines = List.copyOf(lines);
            returned = List.copyOf(returned);
        }
    }

    /** Cooked for nobody: cancelled after somebody had started on them. Balances stay. */
    record StockWrittenOff(
            DeductionId deduction, OrderId order, List<LineId> lines, List<Need> lost)
            implements StockDeductionEvent {
        public StockWrittenOff {
            lines = List.copyOf(lines);
            lost = List.copyOf(lost);
        }
    }
}
