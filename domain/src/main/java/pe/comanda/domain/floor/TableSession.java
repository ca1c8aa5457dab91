package pe.comanda.domain.floor;

import static pe.comanda.domain.floor.FloorRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.TableSessionCommand.*;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.shared.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One party at one table, from the scan or the seating to the farewell, in one of its states. */
public sealed interface TableSession {
    Duration PENDING_FOR = Duration.ofMinutes(10);
    Duration ACTIVE_FOR = Duration.ofHours(8);
    int MAX_GUESTS = 200;

    TableSession NOT_STARTED = new NotStarted();

    record NotStarted() implements TableSession {}

    record Pending(TableSessionId id, TableId table, Instant until) implements TableSession {}

    record Active(TableSessionId id, TableId table, Instant until) implements TableSession {}

    record Closed(TableSessionId id, SessionStatus as) implements TableSession {}

    default SessionStatus status() {
        return switch (this) {
            case NotStarted _, Pending _ -> SessionStatus.PENDING;
            case Active _ -> SessionStatus.ACTIVE;
            case Closed(_, var as) -> as;
        };
    }

    default List<TableSessionEvent> decide(TableSessionCommand command, SessionFacts facts) {
        return switch (command) {
            case RequestSession request -> request(request, facts);
            case SeatWalkIn(var id, var tableId, var guests, var at) -> {
                SESSION_IS_STARTED_ONCE.require(this instanceof NotStarted);
                counted(guests);
                var table = facts.freeTable(tableId);
                yield List.of(
                        new WalkInSeated(
                                id, tableId, table.card().label(), guests, at.plus(ACTIVE_FOR)));
            }
            case ApproveSession(var id, var at) -> {
                var pending = mustBePending();
                SESSION_EXPIRED.require(at.isBefore(pending.until()), "until", pending.until());
                yield List.of(new SessionApproved(id, pending.table(), false, at.plus(ACTIVE_FOR)));
            }
            case RejectSession(var id, var reason, _) ->
                    List.of(
                            new SessionRejected(
                                    id,
                                    mustBePending().table(),
                                    Words.optional("reason", reason, 200)));
            case EndSession _ -> {
                var ended = end(SessionEnd.BY_STAFF);
                nothingOpen(facts);
                yield ended;
            }
            case CloseSession _ -> end(SessionEnd.ORDERS_DONE);
            case ForceEndSession(var id, var reason, _) -> {
                var active = mustBeActive();
                END_REASON_REQUIRED.require(reason.strip().length() >= 5, "characters", 5);
                yield List.of(
                        new SessionEnded(
                                id,
                                active.table(),
                                SessionEnd.FORCED,
                                Words.required("reason", reason, 500),
                                facts.openOrders()));
            }
            case ExpireSession(_, var at) -> expire(at, facts);
        };
    }

    default TableSession evolve(TableSessionEvent event) {
        return switch (event) {
            case SessionRequested(var id, var table, _, _, var until) ->
                    new Pending(id, table, until);
            case WalkInSeated(var id, var table, _, _, var until) -> new Active(id, table, until);
            case SessionApproved(var id, var table, _, var until) -> new Active(id, table, until);
            case SessionRejected(var id, _, _) -> new Closed(id, SessionStatus.REJECTED);
            case SessionExpired(var id, _, _) -> new Closed(id, SessionStatus.EXPIRED);
            case SessionEnded(var id, _, _, _, _) -> new Closed(id, SessionStatus.ENDED);
        };
    }

    private List<TableSessionEvent> request(RequestSession command, SessionFacts facts) {
        SESSION_IS_STARTED_ONCE.require(this instanceof NotStarted);
        counted(command.guests());
        BRANCH_IS_CLOSED.require(facts.branchIsOpen());
        var table = facts.tableScanned(command.table(), command.token());
        var requested =
                new SessionRequested(
                        command.session(),
                        command.table(),
                        table.card().label(),
                        command.guests(),
                        command.at().plus(PENDING_FOR));
        return facts.approvesByItself()
                ? List.of(
                        requested,
                        new SessionApproved(
                                command.session(),
                                command.table(),
                                true,
                                command.at().plus(ACTIVE_FOR)))
                : List.of(requested);
    }

    private List<TableSessionEvent> end(SessionEnd how) {
        var active = mustBeActive();
        return List.of(new SessionEnded(active.id(), active.table(), how, "", 0));
    }

    private List<TableSessionEvent> expire(Instant at, SessionFacts facts) {
        return switch (this) {
            case NotStarted _ -> throw SESSION_MUST_EXIST.broken();
            case Pending(var id, var table, var until) -> {
                SESSION_NOT_DUE.require(!at.isBefore(until), "until", until);
                yield List.of(new SessionExpired(id, table, SessionStatus.PENDING));
            }
            case Active(var id, var table, var until) -> {
                SESSION_NOT_DUE.require(!at.isBefore(until), "until", until);
                nothingOpen(facts);
                yield List.of(new SessionExpired(id, table, SessionStatus.ACTIVE));
            }
            case Closed(_, var as) -> throw SESSION_ALREADY_ENDED.broken("status", as);
        };
    }

    private static void nothingOpen(SessionFacts facts) {
        int open = facts.openOrders();
        SESSION_HAS_OPEN_ORDERS.require(open == 0, "orders", open);
    }

    private static void counted(@Nullable Integer guests) {
        GUESTS_OUT_OF_RANGE.require(
                guests == null || guests >= 1 && guests <= MAX_GUESTS, "limit", MAX_GUESTS);
    }

    private Pending mustBePending() {
        return switch (this) {
            case NotStarted _ -> throw SESSION_MUST_EXIST.broken();
            case Pending pending -> pending;
            case Active _, Closed _ -> throw SESSION_NOT_PENDING.broken("status", status());
        };
    }

    private Active mustBeActive() {
        return switch (this) {
            case NotStarted _ -> throw SESSION_MUST_EXIST.broken();
            case Active active -> active;
            case Pending _ -> throw SESSION_NOT_ACTIVE.broken("status", status());
            case Closed _ -> throw SESSION_ALREADY_ENDED.broken("status", status());
        };
    }
}
