package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.command.invoicing.GatewayReply;
import pe.comanda.command.invoicing.Inquiry;
import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.SunatAccount;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.FiscalDocument;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Our gateway against the stand-in, over real HTTP: every row of the table of answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SunatGatewayTest {
    private static final Instant AFTERNOON = Instant.parse("2026-11-21T20:00:00Z");
    private static final SigningKey KEY = StandInKey.named("CN=La Huaca", AFTERNOON);
    private static final SigningKey SUNATS_KEY = StandInKey.named("CN=SUNAT de prueba", AFTERNOON);
    private static final SunatAccount ACCOUNT =
            new SunatAccount(
                    Bills.RUC,
                    StandIn.USER,
                    StandIn.PASSWORD,
                    new SunatAccount.ValidityClient("id", "secret"));
    private static final Earlier SENT = new Earlier(true, false);

    private StandIn sunat = standIn(AFTERNOON);
    private SoapGateway gateway = gateway(Duration.ofSeconds(20));

    @BeforeEach
    void nothingIsRegistered() {
        assertThat(sunat.registry().latest(1)).isEmpty();
    }

    @AfterEach
    void close() {
        sunat.close();
    }

    @Test
    void a_factura_is_accepted_with_a_signed_cdr() {
        var reply = send(Bills.factura(1));
        assertThat(reply.answer())
                .isEqualTo(new Cdr("0", "La Factura numero F001-1, ha sido aceptada", List.of()));
        assertThat(reply.cdrZip()).isNotEmpty();
        assertThat(reply.httpStatus()).isEqualTo(200);
        assertThat(judge(reply)).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_boleta_with_everything_on_it_is_accepted_without_a_remark() {
        assertThat(send(Bills.boleta(1, Bills.everything())).answer())
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
        assertThat(judge(send(Bills.factura(1, terms)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_remark_makes_it_observed() {
        sunat.registry().arm(ArmedFault.next(FaultMode.OBSERVATION, "4252"));
        var reply = send(Bills.factura(1));
        assertThat(((Cdr) reply.answer()).notes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("4252 - ");
        assertThat(judge(reply)).isEqualTo(Kind.OBSERVED);
    }

    @Test
    void a_rejection_may_come_as_a_cdr_and_burns_the_number() {
        sunat.registry().arm(ArmedFault.next(FaultMode.REJECTION, "3244"));
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.REJECTED);
        assertThat(send(Bills.factura(1)).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("1032"));
    }

    @Test
    void a_rejection_may_come_as_a_fault_too() {
        sunat.registry().arm(ArmedFault.next(FaultMode.FAULT, "2800"));
        var reply = send(Bills.factura(1));
        assertThat(reply.httpStatus()).isEqualTo(500);
        assertThat(judge(reply)).isEqualTo(Kind.REJECTED);
        assertThat(sunat.registry().latest(1).getFirst().accepted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAULT", "FAULT_IN_STRING"})
    void the_code_of_a_fault_is_found_in_both_places(FaultMode mode) {
        sunat.registry().arm(ArmedFault.next(mode, "0109"));
        var reply = send(Bills.factura(1));
        assertThat(reply.answer())
                .isInstanceOfSatisfying(
                        Fault.class,
                        it -> {
                            assertThat(it.code()).isEqualTo("0109");
                            assertThat(it.text()).contains("autenticación");
                        });
        assertThat(judge(reply)).isEqualTo(Kind.SUNAT_SICK);
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"0100,SUNAT_SICK", "0306,FORMAT_ERROR", "2325,ISSUER_PAUSED", "1078,ISSUER_PAUSED"})
    void faults_that_register_nothing_leave_the_number_good(String code, Kind kind) {
        sunat.registry().arm(ArmedFault.next(FaultMode.FAULT, code));
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(kind);
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_page_of_a_proxy_is_a_sick_tax_office() {
        sunat.registry().arm(ArmedFault.next(FaultMode.UNAVAILABLE));
        var reply = send(Bills.factura(1));
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
        gateway = gateway(Duration.ofMillis(700));
        sunat.registry().arm(ArmedFault.next(FaultMode.TIME_OUT_AFTER_REGISTERING));
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.UNCERTAIN);
        gateway = gateway(Duration.ofSeconds(20));
        var reply = ask(Bills.factura(1));
        assertThat(reply.answer()).isInstanceOf(Cdr.class);
        assertThat(reply.cdrZip()).isNotEmpty();
        assertThat(judge(reply)).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void after_a_time_out_that_registered_nothing_the_same_bytes_are_sent_again() {
        gateway = gateway(Duration.ofMillis(700));
        sunat.registry().arm(ArmedFault.next(FaultMode.TIME_OUT_BEFORE_REGISTERING));
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.UNCERTAIN);
        gateway = gateway(Duration.ofSeconds(20));
        assertThat(judge(ask(Bills.factura(1)))).isEqualTo(Kind.NOT_REGISTERED);
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_boleta_is_asked_for_at_the_validity_service_which_gives_no_cdr() {
        sunat.registry().arm(ArmedFault.next(FaultMode.CUT_AFTER_REGISTERING));
        assertThat(judge(send(Bills.boleta(1)))).isEqualTo(Kind.UNCERTAIN);
        var reply = ask(Bills.boleta(1));
        assertThat(reply.answer()).isInstanceOf(GatewayAnswer.Registered.class);
        assertThat(reply.cdrZip()).isNull();
        assertThat(judge(ask(Bills.boleta(2)))).isEqualTo(Kind.NOT_REGISTERED);
    }

    @Test
    void without_a_client_for_the_validity_service_nobody_can_be_asked_for_a_boleta() {
        var account = new SunatAccount(Bills.RUC, StandIn.USER, StandIn.PASSWORD, null);
        assertThat(gateway.ask(inquiry(Bills.boleta(1)), account).answer())
                .isEqualTo(new GatewayAnswer.CannotAsk());
    }

    @Test
    void a_cut_connection_leaves_it_open_and_1033_tells_that_it_had_arrived() {
        sunat.registry().arm(ArmedFault.next(FaultMode.CUT_AFTER_REGISTERING));
        assertThat(judge(send(Bills.boleta(1)))).isEqualTo(Kind.UNCERTAIN);
        assertThat(sunat.journal()).hasSize(1);
        var again = send(Bills.boleta(1));
        assertThat(SubmissionOutcome.of(again.answer(), SENT).kind()).isEqualTo(Kind.REGISTERED);
    }

    @Test
    void a_number_that_somebody_else_has_used_is_a_conflict() {
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
        assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRUPT_CDR", "FOREIGN_CDR"})
    void a_cdr_that_is_not_ours_to_read_settles_nothing(FaultMode mode) {
        sunat.registry().arm(ArmedFault.next(mode));
        var reply = send(Bills.factura(1));
        assertThat(reply.answer()).isInstanceOf(GatewayAnswer.Unreadable.class);
        assertThat(judge(reply)).isEqualTo(Kind.UNCERTAIN);
        assertThat(judge(ask(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void a_cdr_that_somebody_else_signed_settles_nothing() {
        var other = StandInKey.named("CN=Otra SUNAT", AFTERNOON).certificate();
        gateway =
                new SoapGateway(
                        sunat.endpoints(Duration.ofSeconds(20)), new CdrReader(Set.of(other)));
        assertThat(send(Bills.factura(1)).answer()).isInstanceOf(GatewayAnswer.Unreadable.class);
    }

    @Test
    void wrong_credentials_pause_the_issuer() {
        var account = new SunatAccount(Bills.RUC, StandIn.USER, "<wrong & long>", null);
        var reply = gateway.send(signed(Bills.factura(1)), account);
        assertThat(reply.answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("0102"));
        assertThat(judge(reply)).isEqualTo(Kind.ISSUER_PAUSED);
    }

    @Test
    void a_closed_door_takes_nothing_in() {
        var endpoints = sunat.endpoints(Duration.ofSeconds(5));
        sunat.close();
        gateway = SoapGateway.to(endpoints);
        assertThat(send(Bills.factura(1)).answer())
                .isInstanceOf(GatewayAnswer.ConnectionRefused.class);
    }

    @Test
    void an_altered_document_is_rejected() {
        var signed = signed(Bills.factura(1));
        var forged = text(signed).replace(">121.70<", ">121.71<").getBytes(StandardCharsets.UTF_8);
        var reply = gateway.send(new SignedFile(signed.key(), forged, signed.digest()), ACCOUNT);
        assertThat(reply.answer())
                .isInstanceOfSatisfying(Cdr.class, it -> assertThat(it.code()).isEqualTo("2335"));
        assertThat(judge(reply)).isEqualTo(Kind.REJECTED);
    }

    @Test
    void a_document_under_the_name_of_another_is_not_taken_in() {
        var first = signed(Bills.factura(1));
        var other = new SignedFile(Bills.factura(2).key(), first.xml(), first.digest());
        assertThat(gateway.send(other, ACCOUNT).answer())
                .isInstanceOfSatisfying(Fault.class, it -> assertThat(it.code()).isEqualTo("1036"));
    }

    @ParameterizedTest
    @CsvSource({
        "2800,schemeID=\"6\" schemeName=\"Documento de Identidad\" schemeAgencyName=\"PE:SUNAT\" schemeURI=\"urn:pe:gob:sunat:cpe:see:gem:catalogos:catalogo06\">20131312955,schemeID=\"1\">46027897",
        "3202,>20131312955<,>20131312956<",
        "3244,<cbc:ID>FormaPago</cbc:ID>,<cbc:ID>Otra</cbc:ID>",
        "3462,<cbc:Percent>10.5</cbc:Percent>,<cbc:Percent>11</cbc:Percent>",
        "3280,<cbc:PayableAmount currencyID=\"PEN\">121.70<,<cbc:PayableAmount currencyID=\"PEN\">131.70<",
        "3291,<cbc:TaxAmount currencyID=\"PEN\">11.56<,<cbc:TaxAmount currencyID=\"PEN\">14.56<",
        "2108,<cbc:IssueDate>2026-11-21<,<cbc:IssueDate>2026-11-17<",
        "2329,<cbc:IssueDate>2026-11-21<,<cbc:IssueDate>2026-11-24<"
    })
    void a_factura_that_breaks_a_rule_is_rejected_with_the_code_of_the_rule(
            String code, String from, String to) {
        assertThat(sendChanged(Bills.factura(1), from, to))
                .isInstanceOfSatisfying(Cdr.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void a_boleta_with_a_wrong_sum_is_only_remarked_upon() {
        assertThat(
                        sendChanged(
                                Bills.boleta(1),
                                "<cbc:PayableAmount currencyID=\"PEN\">121.70<",
                                "<cbc:PayableAmount currencyID=\"PEN\">131.70<"))
                .isInstanceOfSatisfying(
                        Cdr.class,
                        it -> {
                            assertThat(it.code()).isEqualTo("0");
                            assertThat(it.notes())
                                    .hasSize(1)
                                    .first()
                                    .asString()
                                    .startsWith("4312 - ");
                        });
    }

    @Test
    void a_boleta_after_its_fifth_day_belongs_into_a_summary() {
        sunat.close();
        sunat = standIn(Instant.parse("2026-11-27T05:00:00Z"));
        gateway = gateway(Duration.ofSeconds(20));
        assertThat(judge(send(Bills.boleta(1)))).isEqualTo(Kind.SUMMARY_ONLY);
    }

    @Test
    void an_hour_before_midnight_in_lima_it_is_still_the_fifth_day() {
        sunat.close();
        sunat = standIn(Instant.parse("2026-11-27T04:00:00Z"));
        gateway = gateway(Duration.ofSeconds(20));
        assertThat(judge(send(Bills.boleta(1)))).isEqualTo(Kind.ACCEPTED);
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
            assertThat(judge(send(Bills.factura(1)))).isEqualTo(Kind.SUNAT_SICK);
            assertThat(judge(send(Bills.factura(2)))).isEqualTo(Kind.ACCEPTED);
            var journal =
                    client.send(
                            HttpRequest.newBuilder(page("/stand-in/journal")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(journal.body()).contains("20100066603-01-F001-1.zip", "FAULT 0100");
        }
    }

    private GatewayAnswer sendChanged(FiscalDocument document, String from, String to) {
        var xml = new String(UblWriter.write(document), StandardCharsets.UTF_8);
        assertThat(xml).contains(from);
        var signed = XmlSigner.sign(xml.replace(from, to).getBytes(StandardCharsets.UTF_8), KEY);
        return gateway.send(new SignedFile(document.key(), signed.xml(), signed.digest()), ACCOUNT)
                .answer();
    }

    private GatewayReply send(FiscalDocument document) {
        return gateway.send(signed(document), ACCOUNT);
    }

    private GatewayReply ask(FiscalDocument document) {
        return gateway.ask(inquiry(document), ACCOUNT);
    }

    private static Inquiry inquiry(FiscalDocument document) {
        return new Inquiry(document.key(), document.issueDate(), document.payable());
    }

    private static SignedFile signed(FiscalDocument document) {
        var signed = XmlSigner.sign(UblWriter.write(document), KEY);
        return new SignedFile(document.key(), signed.xml(), signed.digest());
    }

    private static String text(SignedFile file) {
        return new String(file.xml(), StandardCharsets.UTF_8);
    }

    private static Kind judge(GatewayReply reply) {
        return SubmissionOutcome.of(reply.answer(), Earlier.NOTHING).kind();
    }

    private SoapGateway gateway(Duration answer) {
        return new SoapGateway(sunat.endpoints(answer), new CdrReader(Set.of(sunat.certificate())));
    }

    private URI page(String path) {
        return sunat.address().resolve(path);
    }

    private static StandIn standIn(Instant now) {
        return StandIn.start(0, new MemoryRegistry(), Clock.fixed(now, ZoneOffset.UTC), SUNATS_KEY);
    }
}
