package pe.comanda.domain.rewards;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.tenancy.BranchId;

/** What a reward must know of the branches' menus. */
@FunctionalInterface
public interface RewardFacts {
    boolean hasDish(BranchId branch, MenuItemId dish);
}
