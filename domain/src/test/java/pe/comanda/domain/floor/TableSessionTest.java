package pe.comanda.domain.floor;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.floor.FloorRule.*;
import static pe.comanda.domain.floor.Floors.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.Floors.Around;
import pe.comanda.domain.floor.TableCommand.FreeTable;
import pe.comanda.domain.floor.TableCommand.OccupyTable;
import pe.comanda.domain.floor.TableEvent.QrCodeRevoked;
import pe.comanda.domain.floor.TableEvent.TableMarked;
import pe.comanda.domain.floor.TableEvent.TableOccupied;
import pe.comanda.domain.floor.TableSessionCommand.*;
import pe.comanda.domain.floor.TableSessionEvent.*;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableSessionTest {
    private static final RequestSession SCAN =
            new RequestSession(SARA, TABLE, CODE.token(), 2, NOON);

    @Test
    void a_scan_waits_ten_minutes_to_be_approved() {
        session(Around.QUIET).when(SCAN).then(REQUESTED);
    }

    @Test
    void a_branch_that_approves_by_itself_lets_the_party_in_at_once() {
        session(Around.QUIET.approving())
                .when(SCAN)
                .then(REQUESTED, new SessionApproved(SARA, TABLE, true, EIGHT));
    }

    @Test
    void a_closed_branch_lets_no_guests_in_but_its_staff_work() {
        session(Around.QUIET.closed()).when(SCAN).refusedBy(BRANCH_IS_CLOSED);
        session(Around.QUIET.closed()).when(new SeatWalkIn(SARA, TABLE, 2, NOON)).then(SEATED);
    }

    @Test
    void a_revoked_code_is_refused_by_its_own_rule() {
        session(Around.QUIET.after(new QrCodeRevoked(TABLE, CODE, NEW_CODE)))
                .when(SCAN)
                .refusedBy(QR_CODE_REVOKED);
    }

    @Test
    void nobody_asks_for_a_table_where_others_sit_or_that_is_being_mended() {
        session(Around.QUIET.after(new TableOccupied(TABLE, NEXT)))
                .when(SCAN)
                .refusedBy(TABLE_IS_OCCUPIED);
        session(Around.QUIET.after(new TableMarked(TABLE, TableStatus.MAINTENANCE)))
                .when(SCAN)
                .refusedBy(TABLE_IN_MAINTENANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_party_has_one_to_two_hundred_guests(int guests) {
        session(Around.QUIET)
                .when(new SeatWalkIn(SARA, TABLE, guests, NOON))
                .refusedBy(GUESTS_OUT_OF_RANGE);
        session(Around.QUIET)
                .when(new RequestSession(SARA, TABLE, CODE.token(), guests, NOON))
                .refusedBy(GUESTS_OUT_OF_RANGE);
    }

    @Test
    void staff_seat_a_walk_in_at_once_counted_or_not() {
        session(Around.QUIET).when(new SeatWalkIn(SARA, TABLE, 2, NOON)).then(SEATED);
        session(Around.QUIET)
                .when(new SeatWalkIn(SARA, TABLE, null, NOON))
                .then(new WalkInSeated(SARA, TABLE, "Mesa 5", null, EIGHT));
    }

    @Test
    void a_party_is_not_seated_where_another_sits() {
        session(Around.QUIET.after(new TableOccupied(TABLE, NEXT)))
                .when(new SeatWalkIn(SARA, TABLE, 2, NOON))
                .refusedBy(TABLE_IS_OCCUPIED);
    }

    @Test
    void approval_lets_the_party_in_and_occupies_the_table() {
        var approved = session(Around.QUIET, REQUESTED).when(new ApproveSession(SARA, NOON));
        approved.then(APPROVED);
        assertThat(APPROVED.atTheTable()).contains(new OccupyTable(TABLE, SARA));
        assertThat(approved.and().state().status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void approval_comes_too_late_after_ten_minutes() {
        session(Around.QUIET, REQUESTED)
                .when(new ApproveSession(SARA, TEN_PAST.minusMillis(1)))
                .accepted();
        session(Around.QUIET, REQUESTED)
                .when(new ApproveSession(SARA, TEN_PAST))
                .refusedBy(SESSION_EXPIRED);
    }

    @Test
    void a_party_is_judged_once() {
        session(Around.QUIET, REQUESTED, APPROVED)
                .when(new ApproveSession(SARA, NOON))
                .refusedBy(SESSION_NOT_PENDING);
        session(Around.QUIET, REQUESTED)
                .when(new RejectSession(SARA, "Reservada", NOON))
                .then(new SessionRejected(SARA, TABLE, "Reservada"));
        session(Around.QUIET, REQUESTED, new SessionRejected(SARA, TABLE, ""))
                .when(new ApproveSession(SARA, NOON))
                .refusedBy(SESSION_NOT_PENDING);
    }

    @Test
    void rejecting_never_touches_the_table() {
        assertThat(new SessionRejected(SARA, TABLE, "").atTheTable()).isEmpty();
    }

    @Test
    void ending_waits_for_open_orders() {
        session(Around.QUIET.withOpenOrders(1), SEATED)
                .when(new EndSession(SARA, NOON))
                .refusedBy(SESSION_HAS_OPEN_ORDERS);
        var ended = new SessionEnded(SARA, TABLE, SessionEnd.BY_STAFF, "", 0);
        session(Around.QUIET, SEATED).when(new EndSession(SARA, NOON)).then(ended);
        assertThat(ended.atTheTable()).contains(new FreeTable(TABLE, SARA));
    }

    @Test
    void force_takes_a_reason_and_says_what_it_left_open() {
        session(Around.QUIET.withOpenOrders(2), SEATED)
                .when(new ForceEndSession(SARA, "se fueron sin pagar", NOON))
                .then(new SessionEnded(SARA, TABLE, SessionEnd.FORCED, "se fueron sin pagar", 2));
        session(Around.QUIET, SEATED)
                .when(new ForceEndSession(SARA, "ya  ", NOON))
                .refusedBy(END_REASON_REQUIRED);
    }

    @Test
    void the_cashier_forces_and_the_waiter_does_not() {
        var force = new ForceEndSession(SARA, "se fueron", NOON).requires();
        assertThat(Role.CASHIER.may(force)).isTrue();
        assertThat(Role.WAITER.may(force)).isFalse();
        assertThat(Role.WAITER.may(new EndSession(SARA, NOON).requires())).isTrue();
        assertThat(Role.CUSTOMER.may(new ApproveSession(SARA, NOON).requires())).isFalse();
        assertThat(Role.CUSTOMER.may(SCAN.requires())).isTrue();
    }

    @Test
    void what_has_ended_does_not_end_again() {
        var ended = new SessionEnded(SARA, TABLE, SessionEnd.ORDERS_DONE, "", 0);
        session(Around.QUIET, SEATED).when(new CloseSession(SARA, NOON)).then(ended);
        session(Around.QUIET, SEATED, ended)
                .when(new CloseSession(SARA, NOON))
                .refusedBy(SESSION_ALREADY_ENDED);
        session(Around.QUIET, REQUESTED)
                .when(new EndSession(SARA, NOON))
                .refusedBy(SESSION_NOT_ACTIVE);
    }

    @Test
    void a_request_expires_when_its_ten_minutes_are_over_and_frees_nothing() {
        session(Around.QUIET, REQUESTED)
                .when(new ExpireSession(SARA, TEN_PAST.minusSeconds(1)))
                .refusedBy(SESSION_NOT_DUE);
        var expired = new SessionExpired(SARA, TABLE, SessionStatus.PENDING);
        session(Around.QUIET, REQUESTED).when(new ExpireSession(SARA, TEN_PAST)).then(expired);
        assertThat(expired.atTheTable()).isEmpty();
    }

    @Test
    void a_party_expires_after_eight_hours_unless_something_is_open() {
        session(Around.QUIET, REQUESTED, APPROVED)
                .when(new ExpireSession(SARA, TEN_PAST))
                .refusedBy(SESSION_NOT_DUE);
        session(Around.QUIET.withOpenOrders(1), SEATED)
                .when(new ExpireSession(SARA, EIGHT))
                .refusedBy(SESSION_HAS_OPEN_ORDERS);
        var expired = new SessionExpired(SARA, TABLE, SessionStatus.ACTIVE);
        session(Around.QUIET, SEATED).when(new ExpireSession(SARA, EIGHT)).then(expired);
        assertThat(expired.atTheTable()).contains(new FreeTable(TABLE, SARA));
    }
}
