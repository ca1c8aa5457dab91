package pe.comanda.query.floor;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.SessionEnd;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;

/** A party at a table, present or past. */
@Entity
@Table(name = "floor_session")
class SessionRow {
    @Id private String id = "";
    private String organizationId = "";
    private String branchId = "";
    private String tableId = "";
    private String tableLabel = "";

    @Enumerated(EnumType.STRING)
    private SessionStatus status = SessionStatus.PENDING;

    private @Nullable Integer guests;
    private boolean walkIn;
    private Instant requestedAt = Instant.EPOCH;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private Instant lastsUntil = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private @Nullable SessionEnd endedHow;

    private String reason = "";
    private long version;

    protected SessionRow() {}

    SessionRow(String id, Tenant tenant, Instant at) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.requestedAt = at;
    }

    SessionRow sitting(String table, String label, @Nullable Integer party, Instant until) {
        tableId = table;
        tableLabel = label;
        guests = party;
        lastsUntil = until;
        return this;
    }

    SessionRow walkedIn(Instant at) {
        walkIn = true;
        status = SessionStatus.ACTIVE;
        startedAt = at;
        return this;
    }

    SessionRow started(Instant at, Instant until) {
        status = SessionStatus.ACTIVE;
        startedAt = at;
        lastsUntil = until;
        return this;
    }

    SessionRow closed(SessionStatus as, Instant at, String why) {
        status = as;
        endedAt = at;
        reason = why;
        return this;
    }

    SessionRow ended(SessionEnd how) {
        endedHow = how;
        return this;
    }

    SessionRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    SessionView view() {
        return new SessionView(
                id,
                organizationId,
                branchId,
                tableId,
                tableLabel,
                status,
                guests,
                walkIn,
                requestedAt,
                startedAt,
                endedAt,
                lastsUntil,
                endedHow,
                reason,
                version);
    }
}
