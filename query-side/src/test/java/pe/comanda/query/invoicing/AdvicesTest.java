package pe.comanda.query.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FinanceQuery.Action;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceSummary;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvicesTest {
    private final Advices advices = new Advices();

    private static InvoiceSummary document(InvoiceStatus status, String code, String text) {
        return new InvoiceSummary(
                "invoice-1",
                "branch-1",
                "order-1",
                DocumentType.FACTURA,
                "F001-1",
                status,
                Instant.EPOCH,
                "PEN",
                Money.of("118.00"),
                BuyerDocumentType.RUC,
                1,
                null,
                LocalDate.EPOCH,
                code,
                text,
                3);
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, 3244, Debe consignar, 3244, REISSUE",
        "REJECTED, 3999, unknown, REJECTED, REISSUE",
        "PARKED, FORMAT_ERROR, 0306 No se puede leer, 0306, CORRECT",
        "PARKED, OUTCOME_UNKNOWN, , OUTCOME_UNKNOWN, SETTLE",
        "WAITING, 102, Usuario o clave, 0102, FIX_SETTINGS",
        "WAITING, '', HTTP 503, WAITING, WAIT",
        "ACCEPTED, 0, aceptada, ACCEPTED, NONE",
    })
    void the_most_telling_text_wins(
            InvoiceStatus status, String code, String text, String key, Action action) {
        var advice = advices.on(document(status, code, text == null ? "" : text), List.of());
        assertThat(advice.code()).isEqualTo(key);
        assertThat(advice.action()).isEqualTo(action);
    }

    @Test
    void a_remark_is_explained() {
        var advice =
                advices.on(
                        document(InvoiceStatus.OBSERVED, "0", "aceptada"),
                        List.of("4439 - El emisor no se encuentra en el Padrón"));
        assertThat(advice.code()).isEqualTo("4439");
        assertThat(advice.action()).isEqualTo(Action.READ);
    }

    @ParameterizedTest
    @CsvSource({
        "SICK, SICK, WAIT",
        "HELD, HELD, RETRY",
        "CERTIFICATE_EXPIRES, CERTIFICATE_EXPIRES, FIX_SETTINGS",
        "CERTIFICATE_EXPIRED, CERTIFICATE_EXPIRED, FIX_SETTINGS",
        "102, 0102, FIX_SETTINGS",
        "'', ISSUER_PAUSED, FIX_SETTINGS",
        "0999, ISSUER_PAUSED, FIX_SETTINGS",
    })
    void what_concerns_all_documents_is_explained(String code, String key, Action action) {
        var advice = advices.onIssuer(code);
        assertThat(advice.code()).isEqualTo(key);
        assertThat(advice.action()).isEqualTo(action);
    }

    @ParameterizedTest
    @EnumSource
    void every_status_has_something_to_say(InvoiceStatus status) {
        var advice = advices.on(document(status, "", ""), List.of());
        assertThat(advice.meaning()).isNotBlank();
        assertThat(advice.proposal()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_for_parking_has_something_to_say(ParkReason reason) {
        assertThat(advices.on(document(InvoiceStatus.PARKED, reason.name(), ""), List.of()).code())
                .isEqualTo(reason.name());
    }

    @Test
    void every_entry_names_an_action_a_meaning_and_a_proposal() {
        var texts = ResourceBundle.getBundle("sunat_codes", Locale.forLanguageTag("es"));
        for (var key : texts.keySet()) {
            var parts = texts.getString(key).split("\\|", -1);
            assertThat(parts).as(key).hasSize(3).doesNotContain("");
            assertThat(Action.valueOf(parts[0])).isNotNull();
        }
    }
}
