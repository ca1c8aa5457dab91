package pe.comanda.command.ordering;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.Offers;

import java.util.Optional;

/** What a branch offers. The menu's lookups answer it. */
public interface OffersSource {
    Optional<Offers.Offer> find(String branch, MenuItemId dish);
}
