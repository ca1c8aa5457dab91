package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import pe.comanda.command.invoicing.GatewayReply;
import pe.comanda.command.invoicing.Inquiry;
import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.invoicing.sunat.SunatEndpoints;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.shared.Money;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The stand-in by itself, in a process of its own, as somebody else's program meets it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandInProgramTest {
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private Process program;
    private URI address;

    @AfterEach
    void stop() throws InterruptedException {
        program.destroyForcibly();
        program.waitFor();
    }

    @Test
    void it_takes_a_factura_over_soap_and_remembers_it_after_a_blow() throws Exception {
        start();
        var factura = factura();
        var signed = signed(factura);
        assertThat(gateway().send(signed, SunatStage.ACCOUNT).answer())
                .isEqualTo(new Cdr("0", "La Factura numero F001-1, ha sido aceptada", List.of()));
        assertThat(page("/stand-in/documents")).contains("F001");

        stop();
        start();

        assertThat(code(gateway().send(signed, SunatStage.ACCOUNT))).isEqualTo("1033");
        var asked =
                gateway()
                        .ask(
                                new Inquiry(factura.key(), factura.issueDate(), factura.payable()),
                                SunatStage.ACCOUNT);
        assertThat(asked.answer())
                .isEqualTo(new Cdr("0", "La Factura numero F001-1, ha sido aceptada", List.of()));
        assertThat(asked.cdrZip()).isNotEmpty();
    }

    private void start() throws IOException {
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StandInProgram.class.getName(),
                                "--server.port=" + port,
                                "--comanda.data=" + folder)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("program.log").toFile())
                        .start();
        await().atMost(SOON)
                .ignoreExceptionsMatching(ConnectException.class::isInstance)
                .until(() -> page("/stand-in/documents") != null);
    }

    private String page(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve(path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** Believes only who signs with the key that lies in the program's folder. */
    private SoapGateway gateway() throws IOException {
        var key = StandInProgram.key(folder.resolve("stand-in/key.p12"), Clock.systemUTC());
        return new SoapGateway(
                new SunatEndpoints(
                        address.resolve("/ol-ti-itcpfegem-beta/billService"),
                        address.resolve("/ol-it-wsconscpegem/billConsultService"),
                        address,
                        address,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30)),
                new CdrReader(CdrSigner.exactly(key.certificate())));
    }

    private static String code(GatewayReply reply) {
        return ((Fault) reply.answer()).code();
    }

    private static SignedFile signed(FiscalDocument document) {
        var key = StandInKey.named("CN=La Huaca", Instant.now());
        var signed = XmlSigner.sign(UblWriter.write(document), key);
        return new SignedFile(document.key(), signed.xml(), signed.digest());
    }

    /** Of today, because the program goes by the clock on the wall. */
    private static FiscalDocument factura() {
        var now = LocalDateTime.now(SubmissionDeadline.LIMA).withNano(0);
        var rate = new BigDecimal("0.18");
        var dish = SoldItem.of("P01", "Lomo saltado", 1, Money.of("35.90"), Affectation.TAXED);
        return new FiscalDocument(
                Bills.LA_HUACA,
                DocumentType.FACTURA,
                DocumentNumber.of("F001", 1),
                now,
                "PEN",
                rate,
                Bills.COMPANY,
                FiscalAmounts.of(Sale.of(now.toLocalDate(), rate, List.of(dish))),
                PaymentTerms.AT_ONCE,
                null);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
