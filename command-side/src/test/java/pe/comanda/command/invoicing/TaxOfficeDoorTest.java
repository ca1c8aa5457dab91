package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import pe.comanda.command.invoicing.standin.ArmedFault;
import pe.comanda.command.invoicing.standin.FaultMode;
import pe.comanda.command.invoicing.standin.MemoryRegistry;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.domain.invoicing.GatewayAnswer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** CDRs as the real endpoints are configured to read them: by their signature, always. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaxOfficeDoorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final String OSE = "https://ose.example.pe/billService";
    private static final String OSE_RUC = "20100066603";

    @TempDir private Path folder;
    private StandIn sunat = standIn(StandIn.KEY_NAME);

    @AfterEach
    void close() {
        sunat.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"beta", "production"})
    void what_sunat_signed_counts(String target) {
        assertThat(read(settings(target, ""), cdr())).isInstanceOf(GatewayAnswer.Cdr.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSIGNED_CDR", "ALTERED_CDR", "CDR_BY_ANOTHER_SIGNER"})
    void what_it_did_not_sign_so_counts_nowhere(FaultMode mode) {
        sunat.registry().arm(ArmedFault.next(mode));
        var cdr = cdr();
        for (var target : List.of("beta", "production", "https://e-factura.sunat.gob.pe/x")) {
            assertThat(read(settings(target, ""), cdr))
                    .as(target)
                    .isInstanceOf(GatewayAnswer.Unreadable.class);
        }
    }

    @Test
    void an_ose_signs_under_its_own_number() {
        sunat.close();
        sunat = standIn("CN=Un OSE, OU=" + OSE_RUC + ", C=PE");
        var cdr = cdr();
        assertThat(read(settings(OSE, OSE_RUC), cdr)).isInstanceOf(GatewayAnswer.Cdr.class);
        assertThat(read(settings(OSE, "20131312955"), cdr))
                .isInstanceOf(GatewayAnswer.Unreadable.class);
        assertThat(read(settings("production", OSE_RUC), cdr))
                .isInstanceOf(GatewayAnswer.Unreadable.class);
    }

    @Test
    void an_ose_without_its_number_does_not_start() {
        assertThatThrownBy(() -> settings(OSE, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comanda.sunat-ose-ruc");
    }

    @Test
    void where_certificates_are_pinned_no_other_counts() throws Exception {
        var cdr = cdr();
        var other = StandInKey.named(StandIn.KEY_NAME, NOW).certificate().getEncoded();
        var own = sunat.certificate().getEncoded();
        assertThat(read(settings("production", "", pinned("other.cer", other)), cdr))
                .isInstanceOf(GatewayAnswer.Unreadable.class);
        assertThat(read(settings("production", "", pinned("own.cer", own)), cdr))
                .isInstanceOf(GatewayAnswer.Cdr.class);
    }

    private Path pinned(String name, byte[] certificate) throws Exception {
        return Files.write(folder.resolve(name), certificate);
    }

    private static GatewayAnswer read(SunatSettings settings, byte[] cdr) {
        var nobody = new StaticListableBeanFactory().getBeanProvider(LocalTaxOffice.class);
        return new TaxOfficeDoor(settings, nobody).cdrs().read(cdr, Bills.factura(1).key());
    }

    /** What the stand-in answers a factura with, whatever it is worth. */
    private byte[] cdr() {
        var document = Bills.factura(1);
        var signed =
                XmlSigner.sign(UblWriter.write(document), StandInKey.named("CN=La Huaca", NOW));
        var reader = new CdrReader(CdrSigner.exactly(sunat.certificate()));
        var reply =
                new SoapGateway(sunat.endpoints(Duration.ofSeconds(20)), reader)
                        .send(
                                new SignedFile(document.key(), signed.xml(), signed.digest()),
                                new SunatAccount(Bills.RUC, StandIn.USER, StandIn.PASSWORD, null));
        return Objects.requireNonNull(reply.cdrZip());
    }

    private static StandIn standIn(String name) {
        return StandIn.start(
                0,
                new MemoryRegistry(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                StandInKey.named(name, NOW));
    }

    private static SunatSettings settings(String sunat, String oseRuc, Path... certificates) {
        return new SunatSettings(
                sunat,
                List.of("ose.example.pe"),
                Duration.ofSeconds(45),
                1,
                oseRuc,
                List.of(certificates));
    }
}
