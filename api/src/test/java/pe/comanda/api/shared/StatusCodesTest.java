package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.RefusalCodes;

import java.util.HashSet;
import java.util.List;
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

    @Test
    void no_status_is_kept_for_a_code_that_is_gone() {
        var gone = new HashSet<>(StatusCodes.codes());
        Stream.concat(RefusalCodes.ofRules(), RefusalCodes.ofMalformedValues())
                .forEach(gone::remove);
        assertThat(gone).isEmpty();
    }
}
