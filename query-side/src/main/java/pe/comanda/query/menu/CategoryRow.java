package pe.comanda.query.menu;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.menu.CategoryView;
import pe.comanda.query.shared.Tenant;

import java.time.Instant;
import java.util.Map;

/** A category. */
@Entity
@Table(name = "menu_category")
class CategoryRow {
    @Id private String id = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    private String name = "";
    private String description = "";
    private @Nullable String parentId;
    private boolean archived;
    @Column private Instant createdAt = Instant.EPOCH;
    private long version;

    protected CategoryRow() {}

    CategoryRow(String id, Tenant tenant, Instant at) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.createdAt = at;
    }

    Map<String, ?> place() {
        return Map.of("createdAt", createdAt, "id", id);
    }

    CategoryRow named(String newName, String newDescription) {
        name = newName;
        description = newDescription;
        return this;
    }

    CategoryRow hangingFrom(@Nullable String parent) {
        parentId = parent;
        return this;
    }

    CategoryRow archived(boolean now) {
        archived = now;
        return this;
    }

    CategoryRow at(long newVersion) {
        version = newVersion;
        return this;
    }

    @Nullable String parent() {
        return parentId;
    }

    CategoryView view() {
        return new CategoryView(id, name, description, parentId, archived, version);
    }
}
