package pe.comanda.domain.floor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.floor.FloorRule.*;
import static pe.comanda.domain.floor.Floors.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.floor.TableCommand.*;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.shared.MalformedValue;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTest {

    @Test
    void a_table_is_put_up_with_its_code() {
        table().when(new CreateTable(TABLE, CARD, CORNER, CODE)).then(CREATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51})
    void a_table_has_one_to_fifty_seats(int seats) {
        table().when(new CreateTable(TABLE, card(5, seats), CORNER, CODE))
                .refusedBy(SEATS_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void a_number_has_at_most_four_digits(int number) {
        table().when(new CreateTable(TABLE, card(number, 4), CORNER, CODE))
                .refusedBy(TABLE_NUMBER_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "0,20001,0", "0,0,360"})
    void a_table_stands_on_the_plan(int x, int y, int rotation) {
        table(CREATED)
                .when(new MoveTable(TABLE, new Position(x, y, rotation)))
                .refusedBy(POSITION_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({"short,ABC234", "AAAAAAAAAAAAAAAAAAAAAA,ABC10O", "AAAAAAAAAAAAAAAAAAAAAA,ABC2345"})
    void a_code_that_people_could_misread_is_no_code(String token, String shortCode) {
        assertThatThrownBy(() -> new QrCode(token, shortCode)).isInstanceOf(MalformedValue.class);
    }

    @Test
    void nobody_sits_down_twice() {
        table(CREATED).when(new OccupyTable(TABLE, SARA)).then(new TableOccupied(TABLE, SARA));
        table(CREATED, new TableOccupied(TABLE, SARA))
                .when(new OccupyTable(TABLE, NEXT))
                .refusedBy(TABLE_IS_OCCUPIED);
    }

    @Test
    void a_late_farewell_never_unseats_the_next_party() {
        table(
                        CREATED,
                        new TableOccupied(TABLE, SARA),
                        new TableFreed(TABLE, SARA),
                        new TableOccupied(TABLE, NEXT))
                .when(new FreeTable(TABLE, SARA))
                .then();
    }

    @Test
    void a_farewell_does_not_end_maintenance() {
        table(CREATED, new TableMarked(TABLE, TableStatus.MAINTENANCE))
                .when(new FreeTable(TABLE, SARA))
                .then();
    }

    @Test
    void nobody_sits_at_a_table_in_maintenance_but_at_a_reserved_one_they_do() {
        table(CREATED, new TableMarked(TABLE, TableStatus.MAINTENANCE))
                .when(new OccupyTable(TABLE, SARA))
                .refusedBy(TABLE_IN_MAINTENANCE);
        table(CREATED, new TableMarked(TABLE, TableStatus.RESERVED))
                .when(new OccupyTable(TABLE, SARA))
                .then(new TableOccupied(TABLE, SARA));
    }

    @Test
    void an_occupied_table_is_neither_marked_nor_removed() {
        var occupied = new TableOccupied(TABLE, SARA);
        table(CREATED, occupied)
                .when(new MarkTable(TABLE, TableStatus.AVAILABLE))
                .refusedBy(TABLE_HAS_OPEN_SESSION);
        table(CREATED, occupied).when(new RemoveTable(TABLE)).refusedBy(TABLE_HAS_OPEN_SESSION);
    }

    @Test
    void only_a_session_occupies_a_table() {
        table(CREATED)
                .when(new MarkTable(TABLE, TableStatus.OCCUPIED))
                .refusedBy(ONLY_A_SESSION_OCCUPIES);
    }

    @Test
    void a_revoked_code_opens_nothing_and_the_new_one_does() {
        table(CREATED)
                .when(new RevokeQrCode(TABLE, NEW_CODE))
                .then(new QrCodeRevoked(TABLE, CODE, NEW_CODE));
        var after = table(CREATED, new QrCodeRevoked(TABLE, CODE, NEW_CODE)).state();
        assertThatThrownBy(() -> after.mustAdmit(CODE.token())).hasMessage(QR_CODE_REVOKED.name());
        after.mustAdmit(NEW_CODE.token());
    }

    @Test
    void a_code_is_not_replaced_by_itself() {
        table(CREATED).when(new RevokeQrCode(TABLE, CODE)).refusedBy(QR_CODE_IS_NEW);
    }

    @Test
    void a_removed_table_takes_nobody() {
        table(CREATED, new TableRemoved(TABLE))
                .when(new OccupyTable(TABLE, SARA))
                .refusedBy(TABLE_WAS_REMOVED);
        table(CREATED, new TableRemoved(TABLE)).when(new FreeTable(TABLE, SARA)).then();
    }

    private static TableCard card(int number, int seats) {
        return new TableCard(number, "Mesa", seats, "", TableShape.BAR);
    }
}
