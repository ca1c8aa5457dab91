package pe.comanda.query.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.menu.GroupLimits;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;
import java.util.Map;

/** A modifier group; its options as JSON, because they are only ever read together. */
@Entity
@Table(name = "menu_modifier_group")
class ModifierGroupRow {
    @Id private String id = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    private String name = "";
    private int minChosen;
    private int maxChosen;
    private boolean required;
    private String options = "[]";
    private boolean archived;
    @Column private Instant createdAt = Instant.EPOCH;
    private long version;

    protected ModifierGroupRow() {}

    ModifierGroupRow(String id, Tenant tenant, Instant at) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.createdAt = at;
    }

    Map<String, ?> place() {
        return Map.of("createdAt", createdAt, "id", id);
    }

    ModifierGroupRow named(String newName, GroupLimits limits) {
        name = newName;
        minChosen = limits.effectiveMin();
        maxChosen = limits.max();
        required = limits.required();
        return this;
    }

    ModifierGroupRow offering(String newOptions) {
        options = newOptions;
        return this;
    }

    ModifierGroupRow archived(boolean now) {
        archived = now;
        return this;
    }

    ModifierGroupRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    int min() {
        return minChosen;
    }

    int max() {
        return maxChosen;
    }

    boolean required() {
        return required;
    }

    String options() {
        return options;
    }

    boolean archived() {
        return archived;
    }

    long version() {
        return version;
    }
}
