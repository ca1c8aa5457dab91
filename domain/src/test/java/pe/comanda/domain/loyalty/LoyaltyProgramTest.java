package pe.comanda.domain.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.loyalty.ProgramRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.ProgramEvent.ProgramSet;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoyaltyProgramTest {
    private static final LoyaltyProgramId ID = LoyaltyProgramId.of("org-1");
    private static final Tier FIRST = tier("Amigo", 0, "1");

    @Test
    void an_organization_has_tiers_of_its_own() {
        var own = new ProgramTerms(2, List.of(FIRST, tier("Familia", 100, "1.33")));
        assertThat(LoyaltyProgram.STANDARD.decide(new SetProgram(ID, own)))
                .containsExactly(new ProgramSet(ID, own));
        assertThat(LoyaltyProgram.evolve(new ProgramSet(ID, own)).terms()).isEqualTo(own);
        assertThat(own.pointsFor(Money.of("10.99"), 99)).isEqualTo(20);
        assertThat(own.pointsFor(Money.of("10.99"), 100)).isEqualTo(26);
        assertThat(own.tierOf(100).name()).isEqualTo("Familia");
    }

    @Test
    void who_owes_points_is_in_the_first_tier() {
        assertThat(ProgramTerms.STANDARD.tierOf(-5).name()).isEqualTo("BRONZE");
    }

    @Test
    void tiers_rise_from_zero() {
        refused(TIERS_RISE_FROM_ZERO, tier("Amigo", 1, "1"));
        refused(TIERS_RISE_FROM_ZERO, FIRST, tier("Familia", 0, "2"));
        refused(TIERS_OUT_OF_RANGE);
    }

    @Test
    void a_name_is_given_once() {
        refused(TIER_NAMED_TWICE, FIRST, tier("AMIGO", 10, "2"));
    }

    @Test
    void a_multiplier_never_takes_points_away() {
        refused(MULTIPLIER_OUT_OF_RANGE, tier("Amigo", 0, "0.99"));
        refused(MULTIPLIER_OUT_OF_RANGE, tier("Amigo", 0, "10.01"));
        refused(MULTIPLIER_OUT_OF_RANGE, tier("Amigo", 0, "1.001"));
    }

    @Test
    void a_sol_earns_something_and_no_fortune() {
        for (int points : List.of(0, -1, 101)) {
            refused(POINTS_PER_SOL_OUT_OF_RANGE, new ProgramTerms(points, List.of(FIRST)));
        }
    }

    private static void refused(ProgramRule rule, Tier... tiers) {
        refused(rule, new ProgramTerms(1, List.of(tiers)));
    }

    private static void refused(ProgramRule rule, ProgramTerms terms) {
        assertThatThrownBy(() -> LoyaltyProgram.STANDARD.decide(new SetProgram(ID, terms)))
                .hasMessage(rule.name());
    }

    private static Tier tier(String name, int from, String multiplier) {
        return new Tier(name, from, new BigDecimal(multiplier));
    }
}
