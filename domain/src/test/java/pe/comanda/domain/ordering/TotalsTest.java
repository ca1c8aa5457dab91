package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.ordering.Orders.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Seeds;
import pe.comanda.domain.tax.TaxClass;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TotalsTest {
    private static final String[] RATES = {"0.18", "0.105", "0.10", "0.15", "0"};
    private static final String[] SERVICES = {"0", "0.05", "0.10", "0.13"};

    @Test
    void a_hundred_and_eighteen_soles_hold_eighteen_of_igv() {
        var totals = totals(List.of(line("line-1", "Menú", "118.00", 1)), Money.ZERO, WITH_IGV);
        assertThat(totals.base()).isEqualTo(soles("100.00"));
        assertThat(totals.tax()).isEqualTo(soles("18.00"));
    }

    @Test
    void service_is_charged_on_the_value_without_tax_and_bears_none() {
        var lines = List.of(line("line-1", "Menú", "118.00", 1));
        var totals = totals(lines, Money.ZERO, WITH_SERVICE);
        assertThat(totals.serviceCharge()).isEqualTo(soles("10.00"));
        assertThat(totals.total()).isEqualTo(soles("128.00"));
    }

    @Test
    void what_is_exonerated_holds_no_tax() {
        var book = priced("line-1", TaxClass.EXONERATED, "10.00", 1);
        var totals = totals(List.of(book), Money.ZERO, WITH_IGV);
        assertThat(totals.base()).isEqualTo(soles("10.00"));
        assertThat(totals.tax()).isEqualTo(soles("0.00"));
    }

    @Test
    void no_discount_takes_more_than_there_is() {
        var totals = totals(List.of(A_CHICHA), soles("50.00"), WITH_SERVICE);
        assertThat(totals.discount()).isEqualTo(soles("12.00"));
        assertThat(totals.total()).isEqualTo(soles("0.00"));
    }

    @Test
    void nothing_costs_nothing() {
        assertThat(totals(List.of(), soles("5.00"), WITH_SERVICE)).isEqualTo(Totals.NOTHING);
    }

    @Test
    void a_bag_bears_its_tax_beside_its_price() {
        var totals = totals(List.of(A_CHICHA, bags(2)), Money.ZERO, WITH_SERVICE);
        assertThat(totals.gross()).isEqualTo(soles("12.40"));
        assertThat(totals.icbper()).isEqualTo(soles("1.00"));
        assertThat(totals.base()).isEqualTo(soles("10.51"));
        assertThat(totals.serviceCharge()).isEqualTo(soles("1.05"));
        assertThat(totals.total()).isEqualTo(soles("14.45"));
    }

    @Test
    void no_discount_takes_the_tax_on_bags() {
        var totals = totals(List.of(bags(3)), soles("50.00"), WITH_IGV);
        assertThat(totals.discount()).isEqualTo(soles("0.60"));
        assertThat(totals.total()).isEqualTo(soles("1.50"));
    }

    @Test
    void a_bag_of_2022_bears_what_it_bore_then() {
        var then = Extras.of(OrderType.TAKEOUT, LocalDate.of(2022, 12, 31));
        var totals = Totals.of(List.of(bags(2)), Money.ZERO, WITH_IGV, then);
        assertThat(totals.icbper()).isEqualTo(soles("0.80"));
    }

    @Test
    void delivery_is_taxed_and_bears_neither_service_nor_discount() {
        var totals =
                Totals.of(
                        List.of(line("line-1", "Menú", "118.00", 1)),
                        soles("118.00"),
                        WITH_SERVICE,
                        Extras.of(OrderType.DELIVERY, WEDNESDAY).delivered(soles("11.80")));
        assertThat(totals.base()).isEqualTo(soles("10.00"));
        assertThat(totals.tax()).isEqualTo(soles("1.80"));
        assertThat(totals.serviceCharge()).isEqualTo(soles("0.00"));
        assertThat(totals.total()).isEqualTo(soles("11.80"));
    }

    @Test
    void the_sums_agree_to_the_cent_whatever_the_rates() {
        Seeds.forEach(
                2_000,
                random -> {
                    var terms =
                            terms(
                                    RATES[random.nextInt(RATES.length)],
                                    SERVICES[random.nextInt(SERVICES.length)]);
                    var lines =
                            IntStream.rangeClosed(1, 1 + random.nextInt(20))
                                    .mapToObj(i -> anyLine(i, random))
                                    .toList();
                    var extras =
                            Extras.of(OrderType.DELIVERY, WEDNESDAY)
                                    .delivered(anyMoney(random, 3_000));
                    agrees(Totals.of(lines, anyMoney(random, 20_000), terms, extras));
                });
    }

    /** The identities that SUNAT, the till and the guest check. */
    static void agrees(Totals totals) {
        assertThat(totals.base().plus(totals.tax()))
                .as("base + tax of %s", totals)
                .isEqualTo(totals.gross().minus(totals.discount()).plus(totals.deliveryFee()));
        assertThat(
                        totals.base()
                                .plus(totals.tax())
                                .plus(totals.serviceCharge())
                                .plus(totals.icbper()))
                .as("base + taxes + service of %s", totals)
                .isEqualTo(totals.total());
        for (var part :
                List.of(
                        totals.gross(),
                        totals.discount(),
                        totals.base(),
                        totals.tax(),
                        totals.serviceCharge(),
                        totals.icbper(),
                        totals.total())) {
            assertThat(part.isNegative()).as("a negative part of %s", totals).isFalse();
        }
    }

    private static OrderLine bags(int quantity) {
        return priced("line-bags", TaxClass.PLASTIC_BAG, "0.20", quantity);
    }

    private static OrderLine anyLine(int number, Random random) {
        var taxClass = TaxClass.values()[random.nextInt(TaxClass.values().length)];
        return priced(
                "line-" + number,
                taxClass,
                anyMoney(random, 30_000).toString(),
                1 + random.nextInt(99));
    }

    private static OrderLine priced(String id, TaxClass taxClass, String price, int quantity) {
        return new OrderLine(
                new LineId(id),
                new MenuItemId("dish-any"),
                "Cualquiera",
                soles(price),
                List.of(),
                quantity,
                "",
                taxClass,
                1);
    }

    private static Money anyMoney(Random random, int cents) {
        return new Money(BigDecimal.valueOf(random.nextInt(cents), 2));
    }
}
