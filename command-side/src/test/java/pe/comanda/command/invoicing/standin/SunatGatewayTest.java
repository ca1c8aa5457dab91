package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.command.invoicing.standin.SunatStage.ACCOUNT;
import static pe.comanda.command.invoicing.standin.SunatStage.AFTERNOON;
import static pe.comanda.command.invoicing.standin.SunatStage.inquiry;
import static pe.comanda.command.invoicing.standin.SunatStage.judge;
import static pe.comanda.command.invoicing.standin.SunatStage.signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.command.invoicing.SunatAccount;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.shared.Money;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Our gateway against the stand-in, over real HTTP: every row of the table of answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SunatGatewayTest {
    private static final Earlier SENT = new Earlier(true, false);

    private final SunatStage stage = new SunatStage();

    @BeforeEach
    void nothingIsRegistered() {
        assertThat(stage.registry().latest(1)).isEmpty();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_factura_is_accepted_with_a_signed_cdr() {
        var reply = stage.send(Bills.factura(1));
        assertThat(reply.answer())
                .isEqualTo(new Cdr("0", "La Factura numero F001-1, ha sido aceptada", List.of()));
        assertThat(reply.cdrZip()).isNotEmpty();
        assertThat(reply.httpStatus()).isEqualTo(200);
        assertThat(judge(reply)).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_boleta_with_everything_on_it_is_accepted_without_a_remark() {
        assertThat(stage.send(Bills.boleta(1, Bills.everything())).answer())
                .isEqualTo(new Cdr("0", "La Boleta numero B001-1, ha sido aceptada", List.of()));
    }

    @Test
    void a_factura_on_credit_is_accepted() {
        var half = Money.of("60.85");
        var terms =
                new PaymentTerms(
                        List.of(
                                new PaymentTerms.Instalment(half, LocalDate.of(2026, 12, 5)),
                                new PaymentTerms.Instalment(half, LocalDate.of(2026, 12, 20))));
        assertThat(judge(stage.send(Bills.factura(1, terms)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_remark_makes_it_observed() {
        stage.arm(FaultMode.OBSERVATION, "4252");
        var reply = stage.send(Bills.factura(1));
        assertThat(((Cdr) reply.answer()).notes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("4252 - ");
        assertThat(judge(reply)).isEqualTo(Kind.OBSERVED);
    }

    @Test
    void a_rejection_may_come_as_a_cdr_and_burns_the_number() {
        stage.arm(FaultMode.REJECTION, "3244");
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.REJECTED);
        assertThat(stage.send(Bills.factura(1)).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("1032"));
    }

    @Test
    void a_rejection_may_come_as_a_fault_too() {
        stage.arm(FaultMode.FAULT, "2800");
        var reply = stage.send(Bills.factura(1));
        assertThat(reply.httpStatus()).isEqualTo(500);
        assertThat(judge(reply)).isEqualTo(Kind.REJECTED);
        assertThat(stage.registry().latest(1).getFirst().accepted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAULT", "FAULT_IN_STRING"})
    void the_code_of_a_fault_is_found_in_both_places(FaultMode mode) {
        stage.arm(mode, "0109");
        var reply = stage.send(Bills.factura(1));
        assertThat(reply.answer())
                .isInstanceOfSatisfying(
                        Fault.class,
                        it -> {
                            assertThat(it.code()).isEqualTo("0109");
                            assertThat(it.text()).contains("autenticación");
                        });
        assertThat(judge(reply)).isEqualTo(Kind.SUNAT_SICK);
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"0100,SUNAT_SICK", "0306,FORMAT_ERROR", "2325,ISSUER_PAUSED", "1078,ISSUER_PAUSED"})
    void faults_that_register_nothing_leave_the_number_good(String code, Kind kind) {
        stage.arm(FaultMode.FAULT, code);
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(kind);
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_page_of_a_proxy_is_a_sick_tax_office() {
        stage.arm(FaultMode.UNAVAILABLE);
        var reply = stage.send(Bills.factura(1));
        assertThat(reply.answer())
                .isInstanceOfSatisfying(
                        GatewayAnswer.HttpError.class,
                        it -> {
                            assertThat(it.status()).isEqualTo(503);
                            assertThat(it.text())
                                    .contains("Service Unavailable")
                                    .doesNotContain("<");
                        });
        assertThat(judge(reply)).isEqualTo(Kind.SUNAT_SICK);
    }

    @Test
    void after_a_time_out_that_registered_the_cdr_of_a_factura_is_fetched() {
        stage.arm(FaultMode.TIME_OUT_AFTER_REGISTERING);
        assertThat(judge(stage.hastily(Bills.factura(1)))).isEqualTo(Kind.UNCERTAIN);
        var reply = stage.ask(Bills.factura(1));
        assertThat(reply.answer()).isInstanceOf(Cdr.class);
        assertThat(reply.cdrZip()).isNotEmpty();
        assertThat(judge(reply)).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void after_a_time_out_that_registered_nothing_the_same_bytes_are_sent_again() {
        stage.arm(FaultMode.TIME_OUT_BEFORE_REGISTERING);
        assertThat(judge(stage.hastily(Bills.factura(1)))).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(stage.ask(Bills.factura(1)))).isEqualTo(Kind.NOT_REGISTERED);
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_boleta_is_asked_for_at_the_validity_service_which_gives_no_cdr() {
        stage.arm(FaultMode.CUT_AFTER_REGISTERING);
        assertThat(judge(stage.send(Bills.boleta(1)))).isEqualTo(Kind.UNCERTAIN);
        var reply = stage.ask(Bills.boleta(1));
        assertThat(reply.answer()).isInstanceOf(GatewayAnswer.Registered.class);
        assertThat(reply.cdrZip()).isNull();
        assertThat(judge(stage.ask(Bills.boleta(2)))).isEqualTo(Kind.NOT_REGISTERED);
    }

    @Test
    void without_a_client_for_the_validity_service_nobody_can_be_asked_for_a_boleta() {
        var account = new SunatAccount(Bills.RUC, StandIn.USER, StandIn.PASSWORD, null);
        assertThat(stage.gateway().ask(inquiry(Bills.boleta(1)), account).answer())
                .isEqualTo(new GatewayAnswer.CannotAsk());
    }

    @Test
    void a_cut_connection_leaves_it_open_and_1033_tells_that_it_had_arrived() {
        stage.arm(FaultMode.CUT_AFTER_REGISTERING);
        assertThat(judge(stage.send(Bills.boleta(1)))).isEqualTo(Kind.UNCERTAIN);
        assertThat(stage.sunat().journal()).hasSize(1);
        var again = stage.send(Bills.boleta(1));
        assertThat(SubmissionOutcome.of(again.answer(), SENT).kind()).isEqualTo(Kind.REGISTERED);
    }

    @Test
    void a_number_that_somebody_else_has_used_is_a_conflict() {
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CORRUPT_CDR",
                "FOREIGN_CDR",
                "UNSIGNED_CDR",
                "ALTERED_CDR",
                "CDR_BY_ANOTHER_SIGNER"
            })
    void a_cdr_that_is_not_ours_to_read_settles_nothing(FaultMode mode) {
        stage.arm(mode);
        var reply = stage.send(Bills.factura(1));
        assertThat(reply.answer()).isInstanceOf(GatewayAnswer.Unreadable.class);
        assertThat(judge(reply)).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(stage.ask(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_cdr_that_somebody_else_signed_settles_nothing() {
        var other = StandInKey.named("CN=Otra SUNAT", AFTERNOON).certificate();
        var gateway =
                new SoapGateway(
                        stage.sunat().endpoints(Duration.ofSeconds(20)),
                        new CdrReader(CdrSigner.exactly(other)));
        assertThat(gateway.send(signed(Bills.factura(1)), ACCOUNT).answer())
                .isInstanceOf(GatewayAnswer.Unreadable.class);
    }

    @Test
    void wrong_credentials_pause_the_issuer() {
        var account = new SunatAccount(Bills.RUC, StandIn.USER, "<wrong & long>", null);
        var reply = stage.gateway().send(signed(Bills.factura(1)), account);
        assertThat(reply.answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("0102"));
        assertThat(judge(reply)).isEqualTo(Kind.ISSUER_PAUSED);
    }

    @Test
    void a_closed_door_takes_nothing_in() {
        var endpoints = stage.sunat().endpoints(Duration.ofSeconds(5));
        stage.close();
        var reader = new CdrReader(CdrSigner.exactly(SunatStage.KEY.certificate()));
        assertThat(
                        new SoapGateway(endpoints, reader)
                                .send(signed(Bills.factura(1)), ACCOUNT)
                                .answer())
                .isInstanceOf(GatewayAnswer.ConnectionRefused.class);
    }

    @Test
    void faults_are_armed_over_http_and_the_journal_tells_what_came() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var fault =
                    "{\"ruc\":\"\",\"series\":\"F001\",\"number\":1,\"mode\":\"FAULT\",\"code\":\"0100\",\"remaining\":2}";
            var armed =
                    client.send(
                            HttpRequest.newBuilder(page("/stand-in/faults"))
                                    .POST(HttpRequest.BodyPublishers.ofString(fault))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(armed.statusCode()).isEqualTo(204);
            assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.SUNAT_SICK);
            assertThat(judge(stage.send(Bills.factura(2)))).isEqualTo(Kind.ACCEPTED);
            var journal =
                    client.send(
                            HttpRequest.newBuilder(page("/stand-in/journal")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(journal.body()).contains("20100066603-01-F001-1.zip", "FAULT 0100");
        }
    }

    private URI page(String path) {
        return stage.sunat().address().resolve(path);
    }
}
