package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.domain.invoicing.GatewayAnswer.CannotAsk;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.ConnectionLost;
import pe.comanda.domain.invoicing.GatewayAnswer.ConnectionRefused;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.GatewayAnswer.HttpError;
import pe.comanda.domain.invoicing.GatewayAnswer.NotRegistered;
import pe.comanda.domain.invoicing.GatewayAnswer.Registered;
import pe.comanda.domain.invoicing.GatewayAnswer.TimedOut;
import pe.comanda.domain.invoicing.GatewayAnswer.Unreadable;
import pe.comanda.domain.invoicing.GatewayAnswer.Withdrawn;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionOutcomeTest {
    private static final Earlier SENT = new Earlier(true, false);
    private static final Earlier REGISTERED = new Earlier(true, true);

    @ParameterizedTest
    @CsvSource({
        "0,ACCEPTED",
        "4252,OBSERVED",
        "2000,REJECTED",
        "2800,REJECTED",
        "3244,REJECTED",
        "3999,REJECTED",
        "0109,SUNAT_SICK",
        "1034,FORMAT_ERROR"
    })
    void a_cdr_means_what_its_code_says(String code, Kind kind) {
        assertThat(judge(new Cdr(code, "", List.of()))).isEqualTo(kind);
    }

    @Test
    void an_accepted_document_with_notes_is_observed() {
        assertThat(judge(new Cdr("0", "aceptada", List.of("4252 - atributo"))))
                .isEqualTo(Kind.OBSERVED);
    }

    @ParameterizedTest
    @CsvSource({
        "2335,REJECTED",
        "3462,REJECTED",
        "1001,FORMAT_ERROR",
        "1999,FORMAT_ERROR",
        "0151,FORMAT_ERROR",
        "0161,FORMAT_ERROR",
        "0306,FORMAT_ERROR",
        "0100,SUNAT_SICK",
        "0109,SUNAT_SICK",
        "0130,SUNAT_SICK",
        "0138,SUNAT_SICK",
        "0140,SUNAT_SICK",
        "0200,SUNAT_SICK",
        "0101,ISSUER_PAUSED",
        "0102,ISSUER_PAUSED",
        "0113,ISSUER_PAUSED",
        "0154,ISSUER_PAUSED",
        "1078,ISSUER_PAUSED",
        "2325,ISSUER_PAUSED",
        "2328,ISSUER_PAUSED",
        "0127,CONFLICT",
        "1032,CONFLICT",
        "1033,CONFLICT",
        "1079,SUMMARY_ONLY",
        "2108,REJECTED",
        "'',SUNAT_SICK"
    })
    void a_fault_means_what_its_code_says(String code, Kind kind) {
        assertThat(judge(new Fault(code, ""))).isEqualTo(kind);
    }

    @Test
    void registered_before_is_our_own_document_where_an_earlier_attempt_may_have_arrived() {
        assertThat(SubmissionOutcome.of(new Fault("1033", ""), SENT).kind())
                .isEqualTo(Kind.REGISTERED);
    }

    @Test
    void registered_before_is_a_conflict_where_nothing_was_sent() {
        assertThat(judge(new Fault("1033", ""))).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void silence_and_broken_lines_leave_it_unknown() {
        assertThat(judge(new TimedOut())).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(new ConnectionLost("reset"))).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(new Unreadable("no ZIP"))).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(new HttpError(504, "Gateway Timeout"))).isEqualTo(Kind.UNCERTAIN);
    }

    @Test
    void a_closed_door_is_no_secret() {
        assertThat(judge(new ConnectionRefused("refused"))).isEqualTo(Kind.SUNAT_SICK);
        assertThat(judge(new HttpError(503, "<html>"))).isEqualTo(Kind.SUNAT_SICK);
        assertThat(judge(new HttpError(401, ""))).isEqualTo(Kind.ISSUER_PAUSED);
    }

    @Test
    void asking_tells_whether_it_is_there() {
        assertThat(judge(new Registered("aceptado"))).isEqualTo(Kind.ACCEPTED);
        assertThat(judge(new NotRegistered("no existe"))).isEqualTo(Kind.NOT_REGISTERED);
        assertThat(judge(new Withdrawn("anulado"))).isEqualTo(Kind.CONFLICT);
        assertThat(judge(new CannotAsk())).isEqualTo(Kind.CANNOT_ASK);
    }

    @Test
    void what_is_registered_counts_as_accepted_where_nobody_can_be_asked_for_the_cdr() {
        assertThat(SubmissionOutcome.of(new CannotAsk(), REGISTERED).kind())
                .isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_consultation_that_contradicts_the_registry_settles_nothing() {
        assertThat(SubmissionOutcome.of(new NotRegistered("no existe"), REGISTERED).kind())
                .isEqualTo(Kind.UNCERTAIN);
    }

    private static Kind judge(GatewayAnswer answer) {
        return SubmissionOutcome.of(answer, Earlier.NOTHING).kind();
    }
}
