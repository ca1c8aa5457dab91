package pe.comanda.query.floor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.floor.QrCode;
import pe.comanda.query.shared.Tenant;

/** A code that was printed, and whether it still leads to its table. */
@Entity
@Table(name = "floor_qr_code")
class QrCodeRow {
    @Id private String token = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    @Column private String shortCode = "";
    private String tableId = "";
    private boolean revoked;

    protected QrCodeRow() {}

    QrCodeRow(QrCode code, String table, Tenant tenant) {
        this.token = code.token();
        this.shortCode = code.shortCode();
        this.tableId = table;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
    }

    void revoke() {
        revoked = true;
    }

    boolean isRevoked() {
        return revoked;
    }

    String table() {
        return tableId;
    }
}
