package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.command.invoicing.SunatSettings.Target;

import java.time.Duration;
import java.util.List;

/** SOL credentials travel with every call: they go to SUNAT, or to whom the operator allowed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SunatSettingsTest {
    @ParameterizedTest
    @CsvSource({"local,LOCAL", "beta,BETA", "Production,PRODUCTION"})
    void the_known_targets_are_called_by_name(String name, Target target) {
        assertThat(settings(name).target()).isEqualTo(target);
    }

    @Test
    void beta_and_production_are_sunats_own_hosts() {
        for (var name : List.of("beta", "production")) {
            var remote = settings(name).remote();
            assertThat(remote.billService().getScheme()).isEqualTo("https");
            assertThat(remote.billService().getHost()).endsWith(".sunat.gob.pe");
        }
    }

    @Test
    void an_ose_is_reached_where_the_operator_allowed_its_host() {
        var ose = settings("https://ose.example.pe/billService", "ose.example.pe");
        assertThat(ose.target()).isEqualTo(Target.OSE);
        assertThat(ose.remote().billService()).hasToString("https://ose.example.pe/billService");
        assertThat(ose.acceptsAnyCertificate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ose.example.pe/billService",
                "https://allowed.example.pe.evil.example/billService",
                "http://allowed.example.pe/billService",
                "https://sunat.gob.pe.evil.example/billService",
                "https://evilsunat.gob.pe/billService",
                "http://e-factura.sunat.gob.pe/billService",
                "billService"
            })
    void no_other_address_gets_credentials(String address) {
        assertThatThrownBy(() -> settings(address, "allowed.example.pe"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comanda.sunat-allowed-hosts");
    }

    private static SunatSettings settings(String sunat, String... allowed) {
        return new SunatSettings(
                sunat, List.of(allowed), Duration.ofSeconds(45), 1, "20100066603", List.of());
    }
}
