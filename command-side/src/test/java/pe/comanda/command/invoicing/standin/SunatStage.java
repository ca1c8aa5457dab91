package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import pe.comanda.command.invoicing.GatewayReply;
import pe.comanda.command.invoicing.Inquiry;
import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.SunatAccount;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A stand-in on an afternoon, and a restaurant that talks to it over real HTTP. */
public final class SunatStage implements AutoCloseable {
    public static final Instant AFTERNOON = Instant.parse("2026-11-21T20:00:00Z");
    public static final SigningKey KEY = StandInKey.named("CN=La Huaca", AFTERNOON);
    public static final SunatAccount ACCOUNT =
            new SunatAccount(
                    Bills.RUC,
                    StandIn.USER,
                    StandIn.PASSWORD,
                    new SunatAccount.ValidityClient("id", "secret"));
    private static final SigningKey SUNATS_KEY = StandInKey.named("CN=SUNAT de prueba", AFTERNOON);

    private final MemoryRegistry registry = new MemoryRegistry();
    private StandIn sunat = open(AFTERNOON);

    StandIn sunat() {
        return sunat;
    }

    MemoryRegistry registry() {
        return registry;
    }

    /** The same stand-in, later; it remembers. */
    void later(Instant at) {
        sunat.close();
        sunat = open(at);
    }

    void arm(FaultMode mode) {
        registry.arm(ArmedFault.next(mode));
    }

    void arm(FaultMode mode, String code) {
        registry.arm(ArmedFault.next(mode, code));
    }

    SoapGateway gateway() {
        return gateway(Duration.ofSeconds(20));
    }

    SoapGateway gateway(Duration answer) {
        return new SoapGateway(
                sunat.endpoints(answer), new CdrReader(CdrSigner.exactly(sunat.certificate())));
    }

    GatewayReply send(FiscalDocument document) {
        return gateway().send(signed(document), ACCOUNT);
    }

    GatewayReply hastily(FiscalDocument document) {
        return gateway(Duration.ofMillis(700)).send(signed(document), ACCOUNT);
    }

    /** With one text in the XML put in another's place before it is signed. */
    GatewayReply sendChanged(FiscalDocument document, String from, String to) {
        var xml = new String(UblWriter.write(document), StandardCharsets.UTF_8);
        assertThat(xml).contains(from);
        var signed = XmlSigner.sign(xml.replace(from, to).getBytes(StandardCharsets.UTF_8), KEY);
        return gateway()
                .send(new SignedFile(document.key(), signed.xml(), signed.digest()), ACCOUNT);
    }

    GatewayReply ask(FiscalDocument document) {
        return gateway().ask(inquiry(document), ACCOUNT);
    }

    static Inquiry inquiry(FiscalDocument document) {
        return new Inquiry(document.key(), document.issueDate(), document.payable());
    }

    static SignedFile signed(FiscalDocument document) {
        var signed = XmlSigner.sign(UblWriter.write(document), KEY);
        return new SignedFile(document.key(), signed.xml(), signed.digest());
    }

    static Kind judge(GatewayReply reply) {
        return judge(reply, Earlier.NOTHING);
    }

    static Kind judge(GatewayReply reply, Earlier earlier) {
        return SubmissionOutcome.of(reply.answer(), earlier).kind();
    }

    /** Of the CDR; where there is none, what there is instead. */
    static String code(GatewayReply reply) {
        return reply.answer() instanceof Cdr cdr ? cdr.code() : reply.answer().toString();
    }

    private StandIn open(Instant at) {
        return StandIn.start(0, registry, Clock.fixed(at, ZoneOffset.UTC), SUNATS_KEY);
    }

    @Override
    public void close() {
        sunat.close();
    }
}
