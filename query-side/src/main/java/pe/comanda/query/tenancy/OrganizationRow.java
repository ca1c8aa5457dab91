package pe.comanda.query.tenancy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.tenancy.OrganizationEvent;
import pe.comanda.domain.tenancy.OrganizationEvent.*;
import pe.comanda.domain.tenancy.TenancyQuery.OrganizationView;

import java.time.Instant;

/** An organization, one row. */
@Entity
@Table(name = "organization_view")
class OrganizationRow {
    @Id private String id = "";

    @SuppressWarnings("UnusedVariable") // what row-level security compares
    private String organizationId = "";

    private String slug = "";
    private String name = "";
    private String legalName = "";
    private @Nullable String ruc;
    private @Nullable String logoUrl;
    private boolean suspended;
    private Instant registeredAt = Instant.EPOCH;
    private long version;

    OrganizationRow() {}

    static OrganizationRow registered(OrganizationRegistered event, Instant at) {
        var row = new OrganizationRow();
        row.id = event.organization().value();
        row.organizationId = row.id;
        row.slug = event.slug().value();
        row.registeredAt = at;
        return row;
    }

    void apply(OrganizationEvent event, long version) {
        this.version = version;
        switch (event) {
            case OrganizationRegistered registered -> {
                name = registered.name();
                legalName = registered.legalName();
                ruc = registered.ruc() == null ? null : registered.ruc().value();
            }
            case OrganizationChanged change -> {
                name = change.name() == null ? name : change.name();
                legalName = change.legalName() == null ? legalName : change.legalName();
                ruc = change.ruc() == null ? ruc : change.ruc().value();
                logoUrl = change.logoUrl() == null ? logoUrl : change.logoUrl();
            }
            case OrganizationSuspended _ -> suspended = true;
            case OrganizationResumed _ -> suspended = false;
        }
    }

    String id() {
        return id;
    }

    boolean suspended() {
        return suspended;
    }

    OrganizationView view() {
        return new OrganizationView(
                id, slug, name, legalName, ruc, logoUrl, suspended, registeredAt, version);
    }
}
