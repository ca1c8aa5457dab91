package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;

import java.time.Instant;
import java.time.LocalDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoicingValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"20100066603", "20131312955"})
    void a_ruc_whose_check_digit_fits_is_taken(String text) {
        assertThat(new Ruc(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20123456789",
                "12345678912",
                "2010006660",
                "20100066604",
                "2010006660a",
                ""
            })
    void a_ruc_whose_check_digit_does_not_fit_is_refused(String text) {
        assertThatThrownBy(() -> new Ruc(text)).isInstanceOf(MalformedValue.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DNI,46027897",
        "FOREIGNER_CARD,001234567",
        "PASSPORT,XDB123456",
        "RUC,20131312955",
        "NONE,-"
    })
    void documents_of_buyers_have_the_form_of_their_kind(BuyerDocumentType type, String number) {
        assertThatCode(() -> new BuyerDocument(type, number)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "DNI,4602789",
        "DNI,4602789K",
        "DNI,17801146-1",
        "FOREIGNER_CARD,00 12",
        "RUC,20123456789",
        "NONE,0"
    })
    void documents_of_another_form_are_refused(BuyerDocumentType type, String number) {
        assertThatThrownBy(() -> new BuyerDocument(type, number))
                .isInstanceOf(MalformedValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17801146", "17801146-0", "178011460", "17801146-D"})
    void a_dni_may_bring_its_check_character_which_is_not_kept(String typed) {
        assertThat(new BuyerDocument(BuyerDocumentType.DNI, typed).number()).isEqualTo("17801146");
    }

    @Test
    void a_buyer_never_shows_in_a_log() {
        assertThat(Documents.ROSA.toString()).doesNotContain("46027897").doesNotContain("ROSA");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00,CERO CON 00/100 SOLES",
        "1.34,UNO CON 34/100 SOLES",
        "16.10,DIECISEIS CON 10/100 SOLES",
        "21.00,VEINTIUNO CON 00/100 SOLES",
        "31.05,TREINTA Y UNO CON 05/100 SOLES",
        "100.00,CIEN CON 00/100 SOLES",
        "101.00,CIENTO UNO CON 00/100 SOLES",
        "1000.00,MIL CON 00/100 SOLES",
        "21021.00,VEINTIUN MIL VEINTIUNO CON 00/100 SOLES",
        "100100.00,CIEN MIL CIEN CON 00/100 SOLES",
        "131500.50,CIENTO TREINTA Y UN MIL QUINIENTOS CON 50/100 SOLES",
        "1000000.00,UN MILLON CON 00/100 SOLES",
        "2001001.99,DOS MILLONES MIL UNO CON 99/100 SOLES"
    })
    void amounts_are_written_out_in_spanish(String amount, String words) {
        assertThat(AmountInWords.of(Money.of(amount), "PEN")).isEqualTo(words);
    }

    @Test
    void a_factura_may_be_sent_until_the_third_day_and_a_boleta_until_the_fifth() {
        var issued = LocalDate.of(2026, 11, 21);
        assertThat(SubmissionDeadline.lastDay(new Series("F001"), issued)).isEqualTo("2026-11-24");
        assertThat(SubmissionDeadline.lastDay(new Series("B001"), issued)).isEqualTo("2026-11-26");
        assertThat(SubmissionDeadline.lastDayBySummary(issued)).isEqualTo("2026-11-28");
    }

    @Test
    void a_deadline_ends_at_midnight_in_lima_which_is_five_in_the_morning_in_greenwich() {
        assertThat(SubmissionDeadline.end(new Series("F001"), LocalDate.of(2026, 11, 21)))
                .isEqualTo(Instant.parse("2026-11-25T05:00:00Z"));
    }

    @Test
    void files_are_named_after_issuer_type_and_number() {
        assertThat(Documents.factura("118.00", Documents.COMPANY).key().fileName())
                .isEqualTo("20100066603-01-F001-4");
    }

    @Test
    void the_qr_code_holds_what_annex_six_wants() {
        assertThat(Documents.factura("110.50", Documents.COMPANY).qr("abc="))
                .isEqualTo("20100066603|01|F001|4|10.50|110.50|2026-11-21|6|20131312955|abc=");
    }

    @Test
    void the_id_of_a_series_tells_type_and_series() {
        var id = InvoiceSeriesId.of(Documents.RUC, DocumentType.FACTURA, new Series("F001"));
        assertThat(id.value()).isEqualTo("series-20100066603-01-F001");
        assertThat(id.type()).isEqualTo(DocumentType.FACTURA);
        assertThat(id.series()).isEqualTo(new Series("F001"));
    }
}
