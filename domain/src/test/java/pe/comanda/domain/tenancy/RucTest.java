package pe.comanda.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.shared.MalformedValue;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RucTest {

    @ParameterizedTest
    @ValueSource(strings = {"20131312955", "20000000001", "20100000009", "10000000006"})
    void a_ruc_with_its_check_digit_is_accepted(String text) {
        assertThat(new Ruc(text).value()).isEqualTo(text);
    }

    @Test
    void exactly_one_last_digit_fits() {
        for (long body = 2012345670L; body < 2012345870L; body++) {
            int fitting = 0;
            for (int digit = 0; digit < 10; digit++) {
                fitting += Ruc.isValid(body + "" + digit) ? 1 : 0;
            }
            assertThat(fitting).as("digits that fit %s", body).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2013131295",
                "201313129550",
                "20131312956",
                "30131312955",
                "2013131295x",
                "２０１３１３１２９５５"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> new Ruc(text)).isInstanceOf(MalformedValue.class);
    }
}
