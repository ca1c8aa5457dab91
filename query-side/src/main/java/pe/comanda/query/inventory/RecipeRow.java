package pe.comanda.query.inventory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.query.shared.Tenant;

/** A recipe. Its ingredients are kept as JSON. */
@Entity
@Table(name = "stock_recipe")
class RecipeRow {
    @Id private String id = "";
    private String organizationId = "";
    private String branchId = "";
    private String ingredients = "[]";
    private long version;

    protected RecipeRow() {}

    RecipeRow(String id, Tenant tenant) {
        this.id = id;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
    }

    RecipeRow of(String newIngredients, long newVersion) {
        ingredients = newIngredients;
        version = newVersion;
        return this;
    }

    boolean isOf(String organization, String branch) {
        return organizationId.equals(organization) && branchId.equals(branch);
    }

    String ingredients() {
        return ingredients;
    }

    long version() {
        return version;
    }
}
