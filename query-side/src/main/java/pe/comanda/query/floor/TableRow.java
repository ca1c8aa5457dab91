package pe.comanda.query.floor;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.FloorQuery.TableDoor;
import pe.comanda.domain.floor.Position;
import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.floor.TableCard;
import pe.comanda.domain.floor.TableShape;
import pe.comanda.domain.floor.TableStatus;
import pe.comanda.domain.floor.TableView;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;
import java.util.Map;

/** A table of the floor plan. One that was removed stays, for the history of its sessions. */
@Entity
@Table(name = "floor_table")
class TableRow {
    @Id private String id = "";
    private String organizationId = "";
    private String branchId = "";
    private int number;
    private String label = "";
    private int seats;
    private String space = "";

    @Enumerated(EnumType.STRING)
    private TableShape shape = TableShape.SQUARE;

    private int x;
    private int y;
    private int rotation;

    @Enumerated(EnumType.STRING)
    private TableStatus status = TableStatus.AVAILABLE;

    private @Nullable String sessionId;
    private @Nullable Instant occupiedSince;
    private String qrToken = "";
    private String shortCode = "";
    private boolean removed;
    private long version;

    protected TableRow() {}

    TableRow(String id, Tenant tenant) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
    }

    Map<String, ?> place() {
        return Map.of("number", number, "id", id);
    }

    TableRow bearing(TableCard card) {
        number = card.number();
        label = card.label();
        seats = card.seats();
        space = card.space();
        shape = card.shape();
        return this;
    }

    TableRow standing(Position position) {
        x = position.x();
        y = position.y();
        rotation = position.rotation();
        return this;
    }

    TableRow reachedBy(QrCode code) {
        qrToken = code.token();
        shortCode = code.shortCode();
        return this;
    }

    TableRow marked(TableStatus as) {
        status = as;
        sessionId = null;
        occupiedSince = null;
        return this;
    }

    TableRow occupied(String session, Instant since) {
        status = TableStatus.OCCUPIED;
        sessionId = session;
        occupiedSince = since;
        return this;
    }

    TableRow removed() {
        removed = true;
        return this;
    }

    TableRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    boolean stands() {
        return !removed;
    }

    TableView view() {
        return new TableView(
                id,
                branchId,
                number,
                label,
                seats,
                space,
                shape,
                x,
                y,
                rotation,
                status,
                sessionId,
                occupiedSince,
                qrToken,
                shortCode,
                version);
    }

    TableDoor door() {
        return new TableDoor(organizationId, branchId, id, label, status, qrToken);
    }
}
