package pe.comanda.domain.tax;

import pe.comanda.domain.shared.Money;

import java.time.LocalDate;

/**
 * The tax on plastic bags (Ley 30884, art. 12): so many céntimos a bag, more each year until 2023.
 * It comes beside the bag's price: no IGV falls on it, no discount and no recargo al consumo.
 */
public final class Icbper {
    private static final LocalDate SINCE = LocalDate.of(2019, 8, 1);

    private Icbper() {}

    /** For one bag that is handed over on this Lima date. */
    public static Money perBag(LocalDate on) {
        if (on.isBefore(SINCE)) {
            return Money.ZERO;
        }
        return switch (on.getYear()) {
            case 2019 -> Money.of("0.10");
            case 2020 -> Money.of("0.20");
            case 2021 -> Money.of("0.30");
            case 2022 -> Money.of("0.40");
            default -> Money.of("0.50");
        };
    }
}
