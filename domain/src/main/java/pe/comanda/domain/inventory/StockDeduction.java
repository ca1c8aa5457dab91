package pe.comanda.domain.inventory;

import static pe.comanda.domain.inventory.InventoryRule.SHORTAGE_NOT_OPEN;

import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.inventory.StockDeductionEvent.*;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.Words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The deduction of what one confirmed round of an order takes: all of it or nothing, once. It
 * decides for all its items before anything is changed, and tells what to move.
 */
public sealed interface StockDeduction {
    StockDeduction NOT_REQUESTED = new NotRequested();

    record NotRequested() implements StockDeduction {}

    /**
     * Nothing taken yet, because something is missing.
     *
     * @param confirmed somebody said that it is to be taken all the same
     */
    record Short(DeductionId id, OrderId order, int round, List<LineNeeds> lines, boolean confirmed)
            implements StockDeduction {
        public Short {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param lines those that were neither given back nor written off since
     */
    record Taken(DeductionId id, OrderId order, List<LineNeeds> lines) implements StockDeduction {
        public Taken {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing will be taken any more. */
    record Released() implements StockDeduction {}

    /** What is there of an item; nothing where there is no such item. */
    interface Balances extends Function<StockItemId, Quantity> {}

    /** What happened, and what that moves in the items, sorted. */
    record Outcome(List<StockDeductionEvent> events, List<Movement> movements) {
        static final Outcome NOTHING = new Outcome(List.of(), List.of());

        public Outcome {
            events = List.copyOf(events);
            movements = List.copyOf(movements);
        }

        private static Outcome of(StockDeductionEvent event) {
            return new Outcome(List.of(event), List.of());
        }
    }

    /** One movement of one item. */
    sealed interface Movement {
        StockItemId item();

        Quantity quantity();

        record Take(StockItemId item, Quantity quantity, boolean despiteShortage)
                implements Movement {}

        record GiveBack(StockItemId item, Quantity quantity) implements Movement {}
    }

    /** The items whose balances a command must know: to be loaded, sorted, before it is decided. */
    default Collection<StockItemId> touches(StockDeductionCommand command) {
        return switch (command) {
            case DeductStock deduct when this instanceof NotRequested ->
                    LineNeeds.together(deduct.lines()).keySet();
            case SettleLines(_, var settled) -> LineNeeds.together(affectedBy(settled)).keySet();
            case TryAgain _ when this instanceof Short waiting ->
                    LineNeeds.together(waiting.lines()).keySet();
            case DeductStock _, TryAgain _ -> List.of();
            case ConfirmShortage _, ReleaseShortage _, RetryDeduction _ -> List.of();
        };
    }

    default Outcome decide(StockDeductionCommand command, Balances stock) {
        return switch (command) {
            case DeductStock(var id, var order, var round, var lines) ->
                    this instanceof NotRequested
                            ? take(id, order, round, lines, false, stock)
                            : Outcome.NOTHING;
            case SettleLines(_, var settled) ->
                    switch (this) {
                        case Taken taken -> settle(taken, settled);
                        case Short waiting -> narrow(waiting, settled, stock);
                        case NotRequested _, Released _ -> Outcome.NOTHING;
                    };
            case TryAgain _ ->
                    this instanceof Short waiting
                            ? take(
                                    waiting.id(),
                                    waiting.order(),
                                    waiting.round(),
                                    waiting.lines(),
                                    waiting.confirmed(),
                                    stock)
                            : Outcome.NOTHING;
            case ConfirmShortage(var id, var reason) ->
                    Outcome.of(new ShortageConfirmed(id, open().order(), reason(reason)));
            case ReleaseShortage(var id, var reason) ->
                    Outcome.of(new ShortageReleased(id, open().order(), reason(reason)));
            case RetryDeduction(var id) -> Outcome.of(new DeductionRetried(id, open().order()));
        };
    }

    default StockDeduction evolve(StockDeductionEvent event) {
        return switch (event) {
            case StockDeducted(var id, var order, _, var lines, _) -> new Taken(id, order, lines);
            case StockShort(var id, var order, var round, var lines, _) ->
                    new Short(id, order, round, lines, false);
            case ShortageConfirmed _ when this instanceof Short s ->
                    new Short(s.id(), s.order(), s.round(), s.lines(), true);
            case ShortageConfirmed _, DeductionRetried _ -> this;
            case ShortageReleased _ -> new Released();
            case StockGivenBack(_, _, var lines, _) -> without(lines);
            case StockWrittenOff(_, _, var lines, _) -> without(lines);
        };
    }

    private static Outcome take(
            DeductionId id,
            OrderId order,
            int round,
            List<LineNeeds> lines,
            boolean confirmed,
            Balances stock) {
        var needed = LineNeeds.together(lines);
        var missing = new ArrayList<Missing>();
        needed.forEach(
                (item, quantity) -> {
                    var available = stock.apply(item);
                    if (available.isLessThan(quantity)) {
                        missing.add(new Missing(item, quantity, available));
                    }
                });
        if (!missing.isEmpty() && !confirmed) {
            return Outcome.of(new StockShort(id, order, round, lines, missing));
        }
        var despite = !missing.isEmpty();
        return new Outcome(
                List.of(new StockDeducted(id, order, round, lines, despite)),
                needed.entrySet().stream()
                        .<Movement>map(e -> new Movement.Take(e.getKey(), e.getValue(), despite))
                        .toList());
    }

    /** What was never started goes back, what was started is lost. */
    private static Outcome settle(Taken taken, List<SettledLine> settled) {
        var started = startedBy(settled);
        var back = among(taken.lines(), started, false);
        var lost = among(taken.lines(), started, true);
        var events = new ArrayList<StockDeductionEvent>(2);
        if (!back.isEmpty()) {
            events.add(new StockGivenBack(taken.id(), taken.order(), ids(back), needs(back)));
        }
        if (!lost.isEmpty()) {
            events.add(new StockWrittenOff(taken.id(), taken.order(), ids(lost), needs(lost)));
        }
        return new Outcome(
                events,
                needs(back).stream()
                        .<Movement>map(n -> new Movement.GiveBack(n.item(), n.quantity()))
                        .toList());
    }

    /** Cancelled lines need nothing any more; perhaps there is enough for the others. */
    private static Outcome narrow(Short waiting, List<SettledLine> settled, Balances stock) {
        var cancelled = startedBy(settled);
        var left = waiting.lines().stream().filter(l -> !cancelled.containsKey(l.line())).toList();
        if (left.size() == waiting.lines().size()) {
            return Outcome.NOTHING;
        }
        return left.isEmpty()
                ? Outcome.of(new ShortageReleased(waiting.id(), waiting.order(), ""))
                : take(
                        waiting.id(),
                        waiting.order(),
                        waiting.round(),
                        left,
                        waiting.confirmed(),
                        stock);
    }

    private Collection<LineNeeds> affectedBy(List<SettledLine> settled) {
        return switch (this) {
            case Taken taken -> among(taken.lines(), startedBy(settled), false);
            case Short waiting -> waiting.lines();
            case NotRequested _, Released _ -> List.of();
        };
    }

    private StockDeduction without(List<LineId> lines) {
        return this instanceof Taken(var id, var order, var had)
                ? new Taken(id, order, had.stream().filter(l -> !lines.contains(l.line())).toList())
                : this;
    }

    private Short open() {
        if (this instanceof Short waiting && !waiting.confirmed()) {
            return waiting;
        }
        throw SHORTAGE_NOT_OPEN.broken();
    }

    private static List<LineNeeds> among(
            List<LineNeeds> lines, Map<LineId, Boolean> settled, boolean started) {
        return lines.stream()
                .filter(line -> Boolean.valueOf(started).equals(settled.get(line.line())))
                .toList();
    }

    private static Map<LineId, Boolean> startedBy(List<SettledLine> settled) {
        return settled.stream()
                .collect(
                        Collectors.toMap(
                                SettledLine::line, SettledLine::started, (first, _) -> first));
    }

    private static List<LineId> ids(List<LineNeeds> lines) {
        return lines.stream().map(LineNeeds::line).toList();
    }

    private static List<Need> needs(List<LineNeeds> lines) {
        return LineNeeds.together(lines).entrySet().stream()
                .map(e -> new Need(e.getKey(), e.getValue()))
                .toList();
    }

    private static String reason(String text) {
        return Words.required("reason", text, 500);
    }
}
