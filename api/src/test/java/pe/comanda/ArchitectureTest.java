package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.api.canary.DecidingCanary;
import pe.comanda.api.canary.HandlingCanary;
import pe.comanda.api.canary.RememberingCanary;
import pe.comanda.api.canary.SleepyCanary;
import pe.comanda.command.canary.CuriousCanary;
import pe.comanda.command.canary.ForgetfulCanary;
import pe.comanda.command.canary.MisspeltCanary;
import pe.comanda.command.canary.RepeatingCanary;
import pe.comanda.domain.canary.ChancyCanary;
import pe.comanda.domain.canary.ClockedCanary;
import pe.comanda.domain.canary.ImpureCanary;
import pe.comanda.domain.canary.ReadingCanary;
import pe.comanda.domain.canary.TellingCanary;
import pe.comanda.query.canary.CommandingCanary;
import pe.comanda.query.canary.LastingCanary;
import pe.comanda.query.canary.ListingCanary;
import pe.comanda.query.canary.NosyCanary;
import pe.comanda.query.canary.StrayCanary;

import java.util.stream.Stream;

/** The program obeys the laws of the house, and the laws still bite. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    static Stream<Arguments> rulesAndOffenders() {
        return Stream.of(
                Arguments.of(Rules.DOMAIN_IS_PURE_JAVA, ImpureCanary.class),
                Arguments.of(Rules.DOMAIN_TOUCHES_NOTHING_OUTSIDE, ReadingCanary.class),
                Arguments.of(Rules.DOMAIN_HAS_NO_CLOCK, ClockedCanary.class),
                Arguments.of(Rules.DOMAIN_HAS_NO_CHANCE, ChancyCanary.class),
                Arguments.of(Rules.COMMAND_SIDE_STANDS_ALONE, CuriousCanary.class),
                Arguments.of(Rules.QUERY_SIDE_STANDS_ALONE, NosyCanary.class),
                Arguments.of(Rules.QUERY_SIDE_COMMANDS_NOTHING, CommandingCanary.class),
                Arguments.of(Rules.API_KNOWS_NEITHER_SIDE, HandlingCanary.class),
                Arguments.of(Rules.API_READS_NO_EVENT, RememberingCanary.class),
                Arguments.of(Rules.API_DECIDES_NOTHING, DecidingCanary.class),
                Arguments.of(Rules.EVENTS_KEEP_NO_SECRETS, TellingCanary.class),
                Arguments.of(Rules.ANSWERS_ARE_NO_BARE_LISTS, ListingCanary.class),
                Arguments.of(Rules.READERS_NAME_A_PROCESSOR, ForgetfulCanary.class),
                Arguments.of(Rules.READERS_NAME_A_PROCESSOR, MisspeltCanary.class),
                Arguments.of(Rules.SIDES_KEEP_THEIR_PROCESSORS_APART, StrayCanary.class),
                Arguments.of(Rules.REACTIONS_ARE_NOT_REPEATED, RepeatingCanary.class),
                Arguments.of(Rules.WHAT_CAN_BE_REPLAYED_CAN_BE_EMPTIED, LastingCanary.class));
    }

    static Stream<ArchRule> rules() {
        return rulesAndOffenders().map(arguments -> (ArchRule) arguments.get()[0]).distinct();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_program_obeys(ArchRule rule) {
        rule.check(Code.PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rulesAndOffenders")
    void the_rule_bites(ArchRule rule, Class<?> offender) {
        assertThat(rule.evaluate(Code.CANARIES).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(offender.getSimpleName()));
    }

    @Test
    void no_test_sleeps() {
        Rules.NOBODY_SLEEPS.check(Code.tests());
        assertThat(Rules.NOBODY_SLEEPS.evaluate(Code.CANARIES).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(SleepyCanary.class.getSimpleName()));
    }
}
