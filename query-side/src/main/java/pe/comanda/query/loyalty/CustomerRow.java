package pe.comanda.query.loyalty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A customer, without anything personal. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id private String id = "";
    @Column private String organizationId = "";
    private String account = "";
    private boolean forgotten;
    private Instant registeredAt = Instant.EPOCH;
    private long version;

    protected CustomerRow() {}

    CustomerRow(String id, String organization, String account, Instant at) {
        this.id = id;
        this.organizationId = organization;
        this.account = account;
        this.registeredAt = at;
    }

    CustomerRow forgotten() {
        forgotten = true;
        return this;
    }

    CustomerRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    boolean isOf(String organization) {
        return organizationId.equals(organization);
    }

    String id() {
        return id;
    }

    String account() {
        return account;
    }

    boolean isForgotten() {
        return forgotten;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    long version() {
        return version;
    }
}
