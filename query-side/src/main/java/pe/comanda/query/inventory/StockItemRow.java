package pe.comanda.query.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.inventory.StockItemView;
import pe.comanda.domain.inventory.StockLevel;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.query.shared.Tenant;

import java.math.BigDecimal;
import java.time.Instant;

/** An item and what is there of it. */
@Entity
@Table(name = "stock_item")
class StockItemRow {
    @Id private String id = "";
    @Column private String organizationId = "";
    @Column private String branchId = "";
    private String name = "";

    @Enumerated(EnumType.STRING)
    private Unit unit = Unit.PIECE;

    private String category = "";
    private BigDecimal balance = BigDecimal.ZERO;
    private BigDecimal minimum = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private StockLevel level = StockLevel.OUT;

    private BigDecimal averageCost = BigDecimal.ZERO;
    private Instant changedAt = Instant.EPOCH;
    private long version;

    protected StockItemRow() {}

    StockItemRow(String id, Unit unit, Tenant tenant) {
        this.id = id;
        this.unit = unit;
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
    }

    StockItemRow called(String newName, String newCategory) {
        name = newName;
        category = newCategory;
        return this;
    }

    StockItemRow keepingAtLeast(Quantity newMinimum) {
        minimum = newMinimum.value();
        return holding(balance());
    }

    StockItemRow holding(Quantity newBalance) {
        balance = newBalance.value();
        level = StockLevel.of(newBalance, new Quantity(minimum));
        return this;
    }

    StockItemRow costing(UnitCost cost) {
        averageCost = cost.amount();
        return this;
    }

    StockItemRow at(long newVersion, Instant at) {
        version = newVersion;
        changedAt = at;
        return this;
    }

    Quantity balance() {
        return new Quantity(balance);
    }

    Unit unit() {
        return unit;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    UnitCost averageCost() {
        return new UnitCost(averageCost.toPlainString());
    }

    StockItemView view() {
        return new StockItemView(
                id,
                name,
                unit,
                unit.symbol(),
                category,
                balance(),
                new Quantity(minimum),
                level,
                averageCost(),
                Money.rounded(balance.max(BigDecimal.ZERO).multiply(averageCost)),
                changedAt,
                version);
    }
}
