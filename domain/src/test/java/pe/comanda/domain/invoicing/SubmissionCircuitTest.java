package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.time.Duration;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionCircuitTest {

    @ParameterizedTest
    @EnumSource(names = {"SUNAT_SICK", "UNCERTAIN"})
    void the_third_failure_in_a_row_opens_it(Kind failure) {
        var twice = SubmissionCircuit.CLOSED.after(failure).after(failure);
        assertThat(twice.isOpen()).isFalse();
        assertThat(twice.rest()).isZero();
        assertThat(twice.after(failure).isOpen()).isTrue();
        assertThat(twice.after(failure).rest()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "OBSERVED", "REJECTED", "FORMAT_ERROR", "REGISTERED"})
    void whatever_shows_that_it_takes_documents_closes_it(Kind answer) {
        assertThat(failed(9).after(answer)).isEqualTo(SubmissionCircuit.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_REGISTERED", "CANNOT_ASK", "ISSUER_PAUSED"})
    void an_answer_to_a_question_says_nothing_of_documents(Kind answer) {
        assertThat(failed(4).after(answer)).isEqualTo(failed(4));
    }

    @Test
    void rests_grow_up_to_two_minutes() {
        assertThat(failed(5).rest()).isEqualTo(Duration.ofSeconds(30));
        assertThat(failed(7).rest()).isEqualTo(Duration.ofMinutes(2));
        assertThat(failed(700).rest()).isEqualTo(Duration.ofMinutes(2));
    }

    private static SubmissionCircuit failed(int times) {
        return new SubmissionCircuit(times);
    }
}
