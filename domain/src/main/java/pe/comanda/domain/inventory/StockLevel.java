package pe.comanda.domain.inventory;

import pe.comanda.domain.shared.Quantity;

/** How a balance compares with what the branch wants to have. */
public enum StockLevel {
    OUT,
    LOW,
    OK;

    /** Out at nothing or less, low below the minimum. */
    public static StockLevel of(Quantity balance, Quantity minimum) {
        if (!balance.isPositive()) {
            return OUT;
        }
        return balance.isLessThan(minimum) ? LOW : OK;
    }
}
