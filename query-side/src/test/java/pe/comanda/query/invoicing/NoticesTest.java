package pe.comanda.query.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.InvoiceStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticesTest {

    @ParameterizedTest
    @EnumSource
    void a_rehearsal_says_so_however_it_ended(InvoiceStatus status) {
        assertThat(Notices.of(status, true)).contains("EMITIDO EN PRUEBAS - SIN VALOR TRIBUTARIO");
        assertThat(Notices.of(status, false)).noneMatch(it -> it.contains("PRUEBAS"));
    }

    @Test
    void what_was_turned_down_or_undone_says_so_in_test_mode_too() {
        assertThat(Notices.of(InvoiceStatus.VOIDED, true))
                .containsExactly(
                        "ANULADO - DADO DE BAJA ANTE SUNAT",
                        "EMITIDO EN PRUEBAS - SIN VALOR TRIBUTARIO");
        assertThat(Notices.of(InvoiceStatus.REJECTED, false))
                .containsExactly("RECHAZADO POR SUNAT - SIN VALIDEZ");
        assertThat(Notices.of(InvoiceStatus.ACCEPTED, false)).isEmpty();
    }
}
