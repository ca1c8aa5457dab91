package pe.comanda.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.tenancy.BranchRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.shared.Spec;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchCommand.*;
import pe.comanda.domain.tenancy.BranchEvent.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchTest {
    private static final BranchId ID = new BranchId("branch-1");
    private static final PublicCode CODE = new PublicCode("ABC234");

    /** In Lima it is still the 17th. */
    private static final Instant LATE = Instant.parse("2026-11-18T03:30:00Z");

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
    private static final BranchSettings USUAL = BranchSettings.usual("Barranco", "Av. Grau 1");
    private static final BranchOpened OPENED =
            new BranchOpened(ID, CODE, USUAL, TaxRegime.GENERAL, TUESDAY);

    @Test
    void it_opens_under_a_regime_that_holds_from_the_day_in_lima() {
        given().when(new OpenBranch(ID, CODE, USUAL, TaxRegime.GENERAL, LATE)).then(OPENED);
    }

    @Test
    void it_opens_once() {
        given(OPENED)
                .when(new OpenBranch(ID, CODE, USUAL, TaxRegime.GENERAL, LATE))
                .refusedBy(BRANCH_IS_OPENED_ONCE);
    }

    @Test
    void two_editors_of_different_settings_both_get_their_way() {
        var state =
                given(OPENED)
                        .when(change(changes().inventory(false)))
                        .and()
                        .when(change(changes().charge("0.10")))
                        .and()
                        .state();
        assertThat(state).isInstanceOf(Branch.Open.class);
        var settings = ((Branch.Open) state).state().settings();
        assertThat(settings.inventory()).isFalse();
        assertThat(settings.serviceCharge()).isEqualByComparingTo("0.10");
    }

    @Test
    void only_what_changes_is_in_the_event() {
        given(OPENED)
                .when(new ChangeBranchDetails(ID, "Barranco", " Av. Grau 2 ", null))
                .then(new BranchChanged(ID, BranchChanges.details(null, "Av. Grau 2", null)));
        given(OPENED).when(change(changes().charge("0.00"))).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.1301", "0.14", "1", "0.00001"})
    void the_service_charge_lies_between_nothing_and_thirteen_per_cent(String charge) {
        given(OPENED).when(change(changes().charge(charge))).refusedBy(SERVICE_CHARGE_OUT_OF_RANGE);
    }

    @Test
    void thirteen_per_cent_is_still_allowed() {
        given(OPENED).when(change(changes().charge("0.13"))).one(BranchChanged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lima", "UTC-5", "America/Arequipa", ""})
    void the_zone_is_one_that_exists(String zone) {
        given(OPENED).when(change(changes().zone(zone))).refusedBy(ZONE_UNKNOWN);
    }

    @Test
    void money_is_in_soles() {
        given(OPENED).when(change(changes().currency("SOL"))).refusedBy(CURRENCY_NOT_OFFERED);
        given(OPENED).when(change(changes().currency("USD"))).refusedBy(CURRENCY_NOT_OFFERED);
        given(OPENED).when(change(changes().currency("PEN"))).then();
        var dollars = USUAL.with(changes().currency("USD").changes());
        given().when(new OpenBranch(ID, CODE, dollars, TaxRegime.GENERAL, LATE))
                .refusedBy(CURRENCY_NOT_OFFERED);
    }

    @Test
    void the_establishment_has_four_digits() {
        given(OPENED)
                .when(change(changes().establishment("12")))
                .refusedBy(ESTABLISHMENT_HAS_FOUR_DIGITS);
        given(OPENED).when(change(changes().establishment("0012"))).one(BranchChanged.class);
    }

    @Test
    void a_regime_is_announced_for_today_or_later() {
        var set = new SetTaxRegime(ID, TaxRegime.EXEMPT, TUESDAY, LATE);
        given(OPENED).when(set).then(new TaxRegimeSet(ID, TaxRegime.EXEMPT, TUESDAY));
        given(OPENED)
                .when(new SetTaxRegime(ID, TaxRegime.EXEMPT, TUESDAY.minusDays(1), LATE))
                .refusedBy(REGIME_NOT_IN_THE_PAST);
    }

    @Test
    void each_date_has_its_regime() {
        var newYear = LocalDate.of(2027, 1, 1);
        var opened =
                (Branch.Open)
                        given(
                                        OPENED,
                                        new TaxRegimeSet(ID, TaxRegime.EXEMPT, newYear),
                                        new TaxRegimeSet(ID, TaxRegime.REDUCED_RESTAURANT, newYear))
                                .state();
        var regimes = opened.state().regimes();
        assertThat(regimes).hasSize(2);
        assertThat(DatedRegime.on(TUESDAY.minusYears(1), regimes)).isEqualTo(TaxRegime.GENERAL);
        assertThat(DatedRegime.on(newYear.minusDays(1), regimes)).isEqualTo(TaxRegime.GENERAL);
        assertThat(DatedRegime.on(newYear, regimes)).isEqualTo(TaxRegime.REDUCED_RESTAURANT);
    }

    @Test
    void a_public_code_is_replaced_by_another() {
        var other = new PublicCode("ZYX987");
        given(OPENED)
                .when(new ReplacePublicCode(ID, other))
                .then(new PublicCodeReplaced(ID, other));
        given(OPENED).when(new ReplacePublicCode(ID, CODE)).then();
    }

    @Test
    void it_closes_with_a_reason_and_reopens_as_it_was() {
        given(OPENED)
                .when(new CloseBranch(ID, "remodelación"))
                .and()
                .when(change(changes().inventory(false)))
                .and()
                .when(new CloseBranch(ID, "remodelación"))
                .refusedBy(BRANCH_MUST_BE_OPEN);
        given(OPENED, new BranchClosed(ID, "remodelación"))
                .when(new ReopenBranch(ID))
                .then(new BranchReopened(ID));
        given(OPENED).when(new ReopenBranch(ID)).refusedBy(BRANCH_MUST_BE_CLOSED);
        given(OPENED).when(new CloseBranch(ID, "x")).refusedBy(CLOSING_NEEDS_REASON);
    }

    @Test
    void nothing_is_asked_of_one_that_does_not_exist() {
        given().when(change(changes().inventory(false))).refusedBy(BRANCH_MUST_EXIST);
        given().when(new ReopenBranch(ID)).refusedBy(BRANCH_MUST_EXIST);
    }

    @Test
    void nobody_is_promised_tables_of_their_own() {
        given(OPENED)
                .when(change(changes().waiterAssignment(true)))
                .refusedBy(WAITER_ASSIGNMENT_NOT_OFFERED);
        given(OPENED).when(change(changes().waiterAssignment(false))).then();
    }

    @Test
    void what_was_taken_before_it_was_refused_bars_no_other_change() {
        var before = USUAL.with(changes().currency("USD").changes());
        var opened =
                new BranchOpened(
                        ID,
                        CODE,
                        before.with(changes().waiterAssignment(true).changes()),
                        TaxRegime.GENERAL,
                        OPENED.regimeFrom());
        given(opened).when(change(changes().inventory(false))).one(BranchChanged.class);
        given(opened).when(change(changes().waiterAssignment(false))).one(BranchChanged.class);
    }

    private static ChangeBranchSettings change(Wish wish) {
        return new ChangeBranchSettings(ID, wish.changes);
    }

    private static Wish changes() {
        return new Wish(BranchChanges.NONE);
    }

    private record Wish(BranchChanges changes) {
        Wish inventory(boolean on) {
            return with(null, null, null, null, on);
        }

        Wish charge(String fraction) {
            return with(null, null, new BigDecimal(fraction), null, null);
        }

        Wish waiterAssignment(boolean on) {
            return new Wish(
                    new BranchChanges(
                            null, null, null, null, null, null, null, null, null, null, on));
        }

        Wish zone(String zone) {
            return with(zone, null, null, null, null);
        }

        Wish currency(String currency) {
            return with(null, currency, null, null, null);
        }

        Wish establishment(String code) {
            return with(null, null, null, code, null);
        }

        private static Wish with(
                String zone,
                String currency,
                BigDecimal charge,
                String establishment,
                Boolean inventory) {
            return new Wish(
                    new BranchChanges(
                            null,
                            null,
                            null,
                            zone,
                            currency,
                            charge,
                            null,
                            establishment,
                            inventory,
                            null,
                            null));
        }
    }

    private static Spec<Branch, BranchCommand, BranchEvent> given(BranchEvent... events) {
        return new Spec<Branch, BranchCommand, BranchEvent>(
                        Branch.NOT_OPENED, Branch::decide, Branch::evolve)
                .given(List.of(events));
    }
}
