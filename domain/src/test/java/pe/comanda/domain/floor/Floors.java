package pe.comanda.domain.floor;

import pe.comanda.domain.floor.TableEvent.TableCreated;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.shared.Spec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Named examples of a dining room. */
final class Floors {
    static final TableId TABLE = new TableId("table-5");
    static final TableSessionId SARA = new TableSessionId("session-sara");
    static final TableSessionId NEXT = new TableSessionId("session-next");
    static final QrCode CODE = new QrCode("AAAAAAAAAAAAAAAAAAAAAA", "ABC234");
    static final QrCode NEW_CODE = new QrCode("BBBBBBBBBBBBBBBBBBBBBB", "XYZ789");
    static final TableCard CARD = new TableCard(5, "Mesa 5", 4, "Terraza", TableShape.ROUND);
    static final Position CORNER = new Position(0, 0, 0);
    static final TableCreated CREATED = new TableCreated(TABLE, CARD, CORNER, CODE);

    static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
    static final Instant TEN_PAST = NOON.plus(Duration.ofMinutes(10));
    static final Instant EIGHT = NOON.plus(Duration.ofHours(8));

    static final SessionRequested REQUESTED =
            new SessionRequested(SARA, TABLE, "Mesa 5", 2, TEN_PAST);
    static final SessionApproved APPROVED = new SessionApproved(SARA, TABLE, false, EIGHT);
    static final WalkInSeated SEATED = new WalkInSeated(SARA, TABLE, "Mesa 5", 2, EIGHT);

    private Floors() {}

    static Spec<Table, TableCommand, TableEvent> table(TableEvent... happened) {
        return new Spec<Table, TableCommand, TableEvent>(
                        Table.NOT_CREATED, Table::decide, Table::evolve)
                .given(List.of(happened));
    }

    /** A session at a table that stands empty. */
    static Spec<TableSession, TableSessionCommand, TableSessionEvent> session(
            Around around, TableSessionEvent... happened) {
        return new Spec<TableSession, TableSessionCommand, TableSessionEvent>(
                        TableSession.NOT_STARTED,
                        (session, command) -> session.decide(command, around),
                        TableSession::evolve)
                .given(List.of(happened));
    }

    /** The world, as a session sees it. */
    record Around(boolean branchIsOpen, boolean approvesByItself, int openOrders, Table table)
            implements SessionFacts {
        static final Around QUIET = new Around(true, false, 0, Table.NOT_CREATED.evolve(CREATED));

        Around closed() {
            return new Around(false, approvesByItself, openOrders, table);
        }

        Around approving() {
            return new Around(branchIsOpen, true, openOrders, table);
        }

        Around withOpenOrders(int orders) {
            return new Around(branchIsOpen, approvesByItself, orders, table);
        }

        Around after(TableEvent event) {
            return new Around(branchIsOpen, approvesByItself, openOrders, table.evolve(event));
        }

        @Override
        public StandingTable tableScanned(TableId id, String token) {
            return table.mustAdmit(token);
        }

        @Override
        public StandingTable freeTable(TableId id) {
            return table.mustBeFree();
        }
    }
}
