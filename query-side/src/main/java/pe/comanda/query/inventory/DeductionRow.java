package pe.comanda.query.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.inventory.DeductionView.Status;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;

/** The deduction of one round. Lines and what is missing are kept as JSON. */
@Entity
@Table(name = "stock_deduction")
class DeductionRow {
    @Id private String id = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    private String orderId = "";
    private int round;

    @Enumerated(EnumType.STRING)
    private Status status = Status.SHORT;

    private String lines = "";
    private String missing = "[]";
    private String reason = "";
    private Instant requestedAt = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private long version;

    protected DeductionRow() {}

    DeductionRow(String id, String order, int round, Tenant tenant, Instant at) {
        this.id = id;
        this.orderId = order;
        this.round = round;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.requestedAt = at;
    }

    DeductionRow is(Status newStatus) {
        status = newStatus;
        return this;
    }

    DeductionRow of(String newLines, String newMissing) {
        lines = newLines;
        missing = newMissing;
        return this;
    }

    DeductionRow because(String newReason) {
        reason = newReason;
        return this;
    }

    DeductionRow at(long newVersion, Instant at) {
        version = newVersion;
        changedAt = at;
        return this;
    }

    String id() {
        return id;
    }

    String organization() {
        return organizationId;
    }

    String branch() {
        return branchId;
    }

    String order() {
        return orderId;
    }

    int round() {
        return round;
    }

    Status status() {
        return status;
    }

    String lines() {
        return lines;
    }

    String missing() {
        return missing;
    }

    String reason() {
        return reason;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
