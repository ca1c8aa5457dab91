package pe.comanda.command.ordering;

import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.Offers;

import java.util.Optional;
import java.util.Set;

/** What a branch offers. The menu's lookups answer it. */
public interface OffersSource {
    Optional<Offers.Offer> find(String branch, MenuItemId dish);

    /** The dishes in the category and in those below it; empty where the branch has none such. */
    Optional<Set<MenuItemId>> under(String branch, CategoryId category);
}
