package pe.comanda.domain.tenancy;

import pe.comanda.domain.tax.TaxRegime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a branch is taxed from a date on.
 *
 * @param from the first day, a date in Lima
 */
public record DatedRegime(TaxRegime regime, LocalDate from) {

    /** The regime in force on a date; the first one also before its own date. */
    public static TaxRegime on(LocalDate date, List<DatedRegime> regimes) {
        var inForce = regimes.getFirst().regime();
        for (var dated : regimes) {
            if (!dated.from().isAfter(date)) {
                inForce = dated.regime();
            }
        }
        return inForce;
    }

    /** The list with this one in its place by date; it replaces one of the same date. */
    public List<DatedRegime> among(List<DatedRegime> regimes) {
        var all = new ArrayList<>(regimes);
        var unused = all.removeIf(other -> other.from().equals(from));
        all.add(this);
        all.sort(Comparator.comparing(DatedRegime::from));
        return List.copyOf(all);
    }
}
