package pe.comanda.command.floor;

import static pe.comanda.domain.floor.FloorRule.*;

import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableEvent.*;
import pe.comanda.domain.floor.TableId;

/**
 * What must be unique among the tables of a branch: numbers, and the codes that guests scan or
 * type. Written in the transaction of the table's own events, so that of two that want the same
 * mark one is refused. A revoked code stays taken: it must never lead to another table.
 */
@Component
class TableMarks {
    private final JdbcClient sql;
    private final Premises premises;
    private final Lookups lookups;

    TableMarks(JdbcClient sql, Premises premises, Lookups lookups) {
        this.sql = sql;
        this.premises = premises;
        this.lookups = lookups;
    }

    /** The owner of a table that is made now; refuses a branch that the caller cannot act in. */
    Owner newOwner(MetaData metadata) {
        var branch = lookups.freshly(() -> premises.of(metadata));
        return new Owner(branch.organization(), branch.branch());
    }

    /** Claims or gives back what the event says; refuses what another table of the branch has. */
    void claim(TableEvent event, Owner owner) {
        switch (event) {
            case TableCreated(var table, var card, _, var code) -> {
                number(table, card, owner);
                code(table, code, owner);
            }
            case TableChanged(var table, var card) -> {
                release(table);
                number(table, card, owner);
            }
            case QrCodeRevoked(var table, _, var code) -> code(table, code, owner);
            case TableRemoved(var table) -> release(table);
            case TableMoved _, TableMarked _, TableOccupied _, TableFreed _ -> {}
        }
    }

    private void number(TableId table, TableCard card, Owner owner) {
        int claimed =
                sql.sql(
                                """
                                insert into floor_table_number (organization_id, branch_id, number, table_id)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                owner.organization(),
                                owner.mustHaveBranch(),
                                card.number(),
                                table.value())
                        .update();
        TABLE_NUMBER_TAKEN.require(claimed == 1, "number", card.number());
    }

    private void code(TableId table, QrCode code, Owner owner) {
        int claimed =
                sql.sql(
                                """
                                insert into floor_code (organization_id, branch_id, token, short_code, table_id)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                owner.organization(),
                                owner.mustHaveBranch(),
                                code.token(),
                                code.shortCode(),
                                table.value())
                        .update();
        SHORT_CODE_TAKEN.require(claimed == 1);
    }

    private void release(TableId table) {
        var unused =
                sql.sql("delete from floor_table_number where table_id = ?")
                        .param(table.value())
                        .update();
    }
}
