package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.RefusalCodes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusCodesTest {

    @Test
    void a_value_without_meaning_is_no_conflict() {
        assertThat(RefusalCodes.ofMalformedValues())
                .allSatisfy(
                        code -> assertThat(StatusCodes.of(code)).as(code).isIn(List.of(400, 422)));
    }

    @Test
    void a_rule_that_does_not_hold_is_a_conflict_unless_it_says_otherwise() {
        assertThat(StatusCodes.of("ORDER_MUST_BE_OPEN")).isEqualTo(409);
    }

    /** Whatever the order, the branch or the month is like: such a wish makes no sense. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AMOUNT_MUST_BE_POSITIVE",
                "CURRENCY_NOT_OFFERED",
                "DISH_NOT_ON_MENU",
                "NOTE_TOO_LONG",
                "OPTION_NOT_OFFERED",
                "ORDER_HAS_LINES",
                "REASON_REQUIRED",
                "TIP_NOT_NEGATIVE",
                "WAITER_ASSIGNMENT_NOT_OFFERED"
            })
    void a_wish_without_sense_is_no_conflict(String code) {
        assertThat(StatusCodes.of(code)).isEqualTo(422);
    }

    /** A new rule of such a name is one of these, or says here why it is a conflict. */
    @Test
    void what_is_wrong_with_the_request_itself_is_no_conflict() {
        var conflicts =
                Set.of(
                        "APPROVAL_REQUIRED", // by the amount of what stands
                        "CERTIFICATE_REQUIRED", // to be registered first
                        "DISCOUNT_OUT_OF_RANGE"); // of what was ordered
        assertThat(RefusalCodes.ofRules())
                .filteredOn(
                        code ->
                                code.matches(
                                        ".*(_REQUIRED|_NEEDS_REASON|_TOO_LONG|_TOO_SHORT|_OUT_OF_RANGE|_NOT_NEGATIVE|_POSITIVE)"))
                .filteredOn(code -> !conflicts.contains(code))
                .allSatisfy(code -> assertThat(StatusCodes.of(code)).as(code).isNotEqualTo(409));
    }

    @Test
    void no_status_is_kept_for_a_code_that_is_gone() {
        var gone = new HashSet<>(StatusCodes.codes());
        Stream.concat(RefusalCodes.ofRules(), RefusalCodes.ofMalformedValues())
                .forEach(gone::remove);
        assertThat(gone).isEmpty();
    }
}
