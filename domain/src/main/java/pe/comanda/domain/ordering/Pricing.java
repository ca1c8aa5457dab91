package pe.comanda.domain.ordering;

import static pe.comanda.domain.ordering.OrderRule.*;

import pe.comanda.domain.menu.OptionId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns what is asked for into lines with names and prices copied from what is on offer. */
final class Pricing {
    static final int MAX_LINES = 60;
    static final int MAX_QUANTITY = 99;
    static final int MAX_NOTE = 500;

    private Pricing() {}

    static List<OrderLine> price(
            List<RequestedLine> requested, Offers offers, int round, Set<LineId> taken) {
        ORDER_HAS_LINES.require(!requested.isEmpty());
        TOO_MANY_LINES.require(requested.size() <= MAX_LINES, "limit", MAX_LINES);
        var ids = new HashSet<>(taken);
        var lines = new ArrayList<OrderLine>(requested.size());
        for (var line : requested) {
            LINE_IDS_ARE_UNIQUE.require(ids.add(line.id()), "line", line.id());
            QUANTITY_OUT_OF_RANGE.require(
                    line.quantity() >= 1 && line.quantity() <= MAX_QUANTITY,
                    "quantity",
                    line.quantity());
            NOTE_TOO_LONG.require(line.note().length() <= MAX_NOTE, "limit", MAX_NOTE);
            var offer =
                    offers.of(line.dish())
                            .orElseThrow(() -> DISH_NOT_ON_MENU.broken("dish", line.dish()));
            DISH_NOT_AVAILABLE.require(offer.available(), "dish", offer.name());
            lines.add(
                    new OrderLine(
                            line.id(),
                            offer.dish(),
                            offer.name(),
                            offer.price(),
                            chosen(offer, line.options()),
                            line.quantity(),
                            line.note(),
                            offer.taxClass(),
                            round));
        }
        return lines;
    }

    private static List<ChosenOption> chosen(Offers.Offer offer, List<OptionId> wanted) {
        var chosen = new ArrayList<ChosenOption>(wanted.size());
        for (var choice : offer.choices()) {
            int count = 0;
            for (var option : choice.options()) {
                for (var id : wanted) {
                    if (option.option().equals(id)) {
                        OPTION_NOT_AVAILABLE.require(option.available(), "option", option.name());
                        chosen.add(new ChosenOption(id, option.name(), option.price()));
                        count++;
                    }
                }
            }
            TOO_FEW_OPTIONS.require(count >= choice.min(), "group", choice.name());
            TOO_MANY_OPTIONS.require(count <= choice.max(), "group", choice.name());
        }
        OPTION_NOT_OFFERED.require(chosen.size() == wanted.size(), "dish", offer.name());
        return chosen;
    }
}
