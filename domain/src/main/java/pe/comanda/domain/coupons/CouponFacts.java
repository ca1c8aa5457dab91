package pe.comanda.domain.coupons;

import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.tenancy.BranchId;

/** What a coupon must know of the branches' menus. */
public interface CouponFacts {
    boolean hasDish(BranchId branch, MenuItemId dish);

    boolean hasCategory(BranchId branch, CategoryId category);
}
