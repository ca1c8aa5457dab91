package pe.comanda.domain.loyalty;

import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What becomes of the lots of an account: spent from the oldest, kept in the order of their age.
 */
final class Lots {
    private Lots() {}

    /**
     * With a lot more; a debt swallows new points before they can be spent.
     *
     * @param balance before them
     */
    static List<Lot> with(Lot added, List<Lot> lots, int balance) {
        int free = Math.min(added.points(), balance + added.points());
        if (free <= 0) {
            return lots;
        }
        var all = new ArrayList<>(lots);
        all.add(new Lot(free, added.since()));
        return all;
    }

    /** With points that were spent and come back, each at the place of its age. */
    static List<Lot> withAll(List<Lot> returned, List<Lot> lots, int balance) {
        var all = lots;
        int points = balance;
        for (var lot : returned) {
            all = with(lot, all, points);
            points += lot.points();
        }
        return all.stream().sorted(Comparator.comparing(Lot::since)).toList();
    }

    static List<Lot> without(int points, List<Lot> lots) {
        var left = new ArrayList<Lot>(lots.size());
        int toTake = points;
        for (var lot : lots) {
            int taken = Math.min(toTake, lot.points());
            toTake -= taken;
            if (lot.points() > taken) {
                left.add(new Lot(lot.points() - taken, lot.since()));
            }
        }
        return left;
    }

    /** The oldest points, as many as these. */
    static List<Lot> first(int points, List<Lot> lots) {
        var taken = new ArrayList<Lot>();
        int toTake = points;
        for (var lot : lots) {
            int some = Math.min(toTake, lot.points());
            if (some > 0) {
                taken.add(new Lot(some, lot.since()));
                toTake -= some;
            }
        }
        return taken;
    }
}
