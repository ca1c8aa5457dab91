package pe.comanda.domain.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The law's rates by regime and date, IGV and IPM together, each row with its source. A changed law
 * is another row.
 */
final class TaxRates {
    /**
     * One rate.
     *
     * @param from the first Lima date that it holds on, until that of the regime's next row
     * @param rate as a fraction
     */
    record Row(TaxRegime regime, LocalDate from, BigDecimal rate, String source) {
        Row(TaxRegime regime, String from, String rate, String source) {
            this(regime, LocalDate.parse(from), new BigDecimal(rate), source);
        }
    }

    /** By regime, oldest first. Nothing was sold by this program before the first of them. */
    static final List<Row> LAW =
            List.of(
                    new Row(
                            TaxRegime.GENERAL,
                            "2011-03-01",
                            "0.18",
                            "Ley 29666 (16 % IGV + 2 % IPM); Ley 32387 (15.5 % + 2.5 % in 2026,"
                                    + " 15 % + 3 % in 2027, 14 % + 4 % from 2029): the sum stays"),
                    new Row(
                            TaxRegime.REDUCED_RESTAURANT,
                            "2011-03-01",
                            "0.18",
                            "Ley 29666: nothing was reduced yet"),
                    new Row(
                            TaxRegime.REDUCED_RESTAURANT,
                            "2022-09-01",
                            "0.10",
                            "Ley 31556, art. 3 (8 % IGV + 2 % IPM)"),
                    new Row(
                            TaxRegime.REDUCED_RESTAURANT,
                            "2026-01-01",
                            "0.105",
                            "Ley 32219 (8 % IGV), Ley 32387 (2.5 % IPM)"),
                    new Row(
                            TaxRegime.REDUCED_RESTAURANT,
                            "2027-01-01",
                            "0.15",
                            "Ley 32219 (12 % IGV), Ley 32387 (3 % IPM)"),
                    new Row(
                            TaxRegime.REDUCED_RESTAURANT,
                            "2028-01-01",
                            "0.18",
                            "Ley 32219: the reduction ends on 31 December 2027"),
                    new Row(
                            TaxRegime.EXEMPT,
                            "2011-03-01",
                            "0",
                            "Ley 27037, art. 13 (Amazonía); TUO of the Ley del IGV, appendix I"));

    private TaxRates() {}

    static BigDecimal on(LocalDate date, TaxRegime regime) {
        var rows = LAW.stream().filter(row -> row.regime() == regime).toList();
        var rate = rows.getFirst().rate();
        for (var row : rows) {
            if (!row.from().isAfter(date)) {
                rate = row.rate();
            }
        }
        return rate;
    }
}
