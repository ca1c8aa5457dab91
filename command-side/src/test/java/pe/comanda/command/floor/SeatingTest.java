package pe.comanda.command.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.floor.FloorRule;
import pe.comanda.domain.floor.Position;
import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.floor.SessionEnd;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableCommand.*;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionCommand.*;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.floor.TableShape;
import pe.comanda.domain.floor.TableStatus;
import pe.comanda.domain.shared.Command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Sessions and tables together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeatingTest {
    private static final TableId TABLE = new TableId("table-5");
    private static final TableSessionId SARA = new TableSessionId("session-sara");
    private static final TableSessionId NEXT = new TableSessionId("session-next");
    private static final QrCode CODE = new QrCode("AAAAAAAAAAAAAAAAAAAAAA", "ABC234");
    private static final QrCode NEW_CODE = new QrCode("BBBBBBBBBBBBBBBBBBBBBB", "XYZ789");
    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant EIGHT = NOON.plus(Duration.ofHours(8));

    private final Floor floor = new Floor();

    @BeforeEach
    void a_table_stands() {
        send(
                new CreateTable(
                        TABLE,
                        new TableCard(5, "Mesa 5", 4, "", TableShape.ROUND),
                        new Position(0, 0, 0),
                        CODE));
    }

    @AfterEach
    void shut_down() {
        floor.close();
    }

    @Test
    void seating_a_party_occupies_its_table_in_the_same_breath() {
        send(new SeatWalkIn(SARA, TABLE, 2, NOON));

        assertThat(history(SARA.value()))
                .containsExactly(new WalkInSeated(SARA, TABLE, "Mesa 5", 2, EIGHT));
        assertThat(history(TABLE.value())).endsWith(new TableOccupied(TABLE, SARA));
    }

    @Test
    void a_second_party_is_refused_and_leaves_no_trace() {
        send(new SeatWalkIn(SARA, TABLE, 2, NOON));

        assertThatThrownBy(() -> send(new SeatWalkIn(NEXT, TABLE, 2, NOON)))
                .hasMessageContaining(FloorRule.TABLE_IS_OCCUPIED.name());
        assertThat(history(NEXT.value())).isEmpty();
    }

    @Test
    void of_two_requests_at_one_table_the_first_approved_wins() {
        send(new RequestSession(SARA, TABLE, CODE.token(), 2, NOON));
        send(new RequestSession(NEXT, TABLE, CODE.token(), 3, NOON));
        send(new ApproveSession(NEXT, NOON));

        assertThatThrownBy(() -> send(new ApproveSession(SARA, NOON)))
                .hasMessageContaining(FloorRule.TABLE_IS_OCCUPIED.name());
        assertThat(history(SARA.value())).hasSize(1);
        assertThat(history(TABLE.value())).endsWith(new TableOccupied(TABLE, NEXT));
    }

    @Test
    void of_many_who_sit_down_at_once_one_does() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var attempts =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    i ->
                                            pool.submit(
                                                    () -> {
                                                        var id = new TableSessionId("session-" + i);
                                                        try {
                                                            send(
                                                                    new SeatWalkIn(
                                                                            id, TABLE, 2, NOON));
                                                            return 1;
                                                        } catch (RuntimeException _) {
                                                            return 0;
                                                        }
                                                    }))
                            .toList();
            int seated = 0;
            for (var attempt : attempts) {
                seated += attempt.get();
            }
            assertThat(seated).isEqualTo(1);
        }
        assertThat(history(TABLE.value())).filteredOn(TableOccupied.class::isInstance).hasSize(1);
    }

    @Test
    void a_branch_that_approves_by_itself_seats_whoever_scans() {
        when(floor.branch.autoApproveSessions()).thenReturn(true);
        send(new RequestSession(SARA, TABLE, CODE.token(), null, NOON));

        assertThat(history(SARA.value())).endsWith(new SessionApproved(SARA, TABLE, true, EIGHT));
        assertThat(history(TABLE.value())).endsWith(new TableOccupied(TABLE, SARA));
    }

    @Test
    void a_revoked_code_seats_nobody() {
        send(new RevokeQrCode(TABLE, NEW_CODE));

        assertThatThrownBy(() -> send(new RequestSession(SARA, TABLE, CODE.token(), 2, NOON)))
                .hasMessageContaining(FloorRule.QR_CODE_REVOKED.name());
        send(new RequestSession(SARA, TABLE, NEW_CODE.token(), 2, NOON));
    }

    @Test
    void ending_frees_the_table_for_the_next() {
        send(new SeatWalkIn(SARA, TABLE, 2, NOON));
        send(new EndSession(SARA, NOON));
        send(new SeatWalkIn(NEXT, TABLE, 2, NOON));

        assertThat(history(TABLE.value()))
                .endsWith(
                        new TableOccupied(TABLE, SARA),
                        new TableFreed(TABLE, SARA),
                        new TableOccupied(TABLE, NEXT));
    }

    @Test
    void a_party_with_open_orders_stays_unless_forced() {
        send(new SeatWalkIn(SARA, TABLE, 2, NOON));
        when(floor.orders.openIn(SARA)).thenReturn(1);

        assertThatThrownBy(() -> send(new EndSession(SARA, NOON)))
                .hasMessageContaining(FloorRule.SESSION_HAS_OPEN_ORDERS.name());
        send(new ForceEndSession(SARA, "se fueron sin pagar", NOON));
        assertThat(history(SARA.value()))
                .endsWith(
                        new SessionEnded(SARA, TABLE, SessionEnd.FORCED, "se fueron sin pagar", 1));
    }

    @Test
    void a_request_that_expires_leaves_the_table_to_those_who_sit_there() {
        send(new RequestSession(SARA, TABLE, CODE.token(), 2, NOON));
        send(new SeatWalkIn(NEXT, TABLE, 2, NOON));
        send(new ExpireSession(SARA, EIGHT));

        assertThat(history(SARA.value()))
                .endsWith(new SessionExpired(SARA, TABLE, SessionStatus.PENDING));
        assertThat(history(TABLE.value())).endsWith(new TableOccupied(TABLE, NEXT));
    }

    @Test
    void a_table_in_maintenance_stays_so_when_an_old_request_expires() {
        send(new RequestSession(SARA, TABLE, CODE.token(), 2, NOON));
        send(new MarkTable(TABLE, TableStatus.MAINTENANCE));
        send(new ExpireSession(SARA, EIGHT));

        assertThat(history(TABLE.value()))
                .endsWith(new TableMarked(TABLE, TableStatus.MAINTENANCE));
    }

    @Test
    void another_branch_or_organization_seats_nobody_here() {
        assertThatThrownBy(
                        () ->
                                floor.send(
                                        new SeatWalkIn(SARA, TABLE, 2, NOON),
                                        Caller.system("org-1", "branch-2", "test")))
                .hasMessageContaining(FloorRule.TABLE_NOT_IN_BRANCH.name());
        assertThatThrownBy(
                        () ->
                                floor.send(
                                        new SeatWalkIn(SARA, TABLE, 2, NOON),
                                        Caller.system("org-2", "branch-1", "test")))
                .hasMessageContaining(AccessRule.FOREIGN_TENANT.name());
    }

    @Test
    void the_version_that_a_waiter_has_seen_is_the_sessions_and_not_the_tables() {
        send(new MarkTable(TABLE, TableStatus.RESERVED));
        send(new MarkTable(TABLE, TableStatus.AVAILABLE));
        send(new RequestSession(SARA, TABLE, CODE.token(), 2, NOON));
        var metadata = new HashMap<String, Object>(Floor.STAFF.toMetadata());
        metadata.put(MetadataKey.EXPECTED_VERSION, "0");

        floor.send(new ApproveSession(SARA, NOON), metadata);

        metadata.put(MetadataKey.EXPECTED_VERSION, "0");
        assertThatThrownBy(() -> floor.send(new EndSession(SARA, NOON), metadata))
                .hasMessageContaining(AccessRule.STALE_VERSION.name());
    }

    private List<Object> history(String aggregate) {
        return floor.history(aggregate);
    }

    private void send(Command command) {
        floor.send(command);
    }
}
