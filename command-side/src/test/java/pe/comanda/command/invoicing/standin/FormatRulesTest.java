package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.SafeXml;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.shared.Money;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Each rule of form with a document that breaks it; the unbroken ones break none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void good_documents_break_no_rule() throws SAXException {
        assertThat(broken(Bills.factura(1), "", "")).isEmpty();
        assertThat(broken(Bills.boleta(1, Bills.everything()), "", "")).isEmpty();
        assertThat(broken(onCredit(), "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3088,>PEN</cbc:DocumentCurrencyCode>,>SOL</cbc:DocumentCurrencyCode>",
        "2071,<cbc:PayableAmount currencyID=\"PEN\",<cbc:PayableAmount currencyID=\"USD\"",
        "3027,languageLocaleID=\"1000\",languageLocaleID=\"9999\"",
        "3014,languageLocaleID=\"1002\",languageLocaleID=\"1000\"",
        "3206,listID=\"0101\",listID=\"1101\"",
        "2025,unitCodeListAgencyName=\"United Nations Economic Commission for Europe\">3<,unitCodeListAgencyName=\"United Nations Economic Commission for Europe\">-3<",
        "2936,unitCode=\"KGM\",unitCode=\"QQQ\"",
        "2410,>02</cbc:PriceTypeCode>,>07</cbc:PriceTypeCode>",
        "2036,>9997</cbc:ID>,>9993</cbc:ID>",
        "3051,<cbc:Name>EXO</cbc:Name>,<cbc:Name>XXX</cbc:Name>",
        "2377,<cbc:TaxTypeCode>OTH</cbc:TaxTypeCode>,<cbc:TaxTypeCode>VAT</cbc:TaxTypeCode>",
        "2961,<cbc:TaxTypeCode>OTH</cbc:TaxTypeCode>,<cbc:TaxTypeCode>VAT</cbc:TaxTypeCode>",
        "2964,<cbc:Name>EXO</cbc:Name>,<cbc:Name>XXX</cbc:Name>",
        "3007,>9997</cbc:ID>,>9993</cbc:ID>",
        "3067,>7152</cbc:ID>,>1000</cbc:ID>",
        "3068,>7152</cbc:ID>,>1000</cbc:ID>",
        "3237,<cbc:BaseUnitMeasure unitCode=\"NIU\">1</cbc:BaseUnitMeasure>,<cbc:BaseUnitMeasure/>",
        "2892,<cbc:BaseUnitMeasure unitCode=\"NIU\">1<,<cbc:BaseUnitMeasure unitCode=\"NIU\">1.5<",
        "3236,<cbc:BaseUnitMeasure unitCode=\"NIU\">1<,<cbc:BaseUnitMeasure unitCode=\"NIU\">2<",
        "3238,<cbc:PerUnitAmount currencyID=\"PEN\">0.50<,<cbc:PerUnitAmount currencyID=\"PEN\">0.00<",
        "2954,>00</cbc:AllowanceChargeReasonCode>,>99</cbc:AllowanceChargeReasonCode>",
        "3073,>00</cbc:AllowanceChargeReasonCode>,></cbc:AllowanceChargeReasonCode>",
        "3071,>46</cbc:AllowanceChargeReasonCode>,>99</cbc:AllowanceChargeReasonCode>",
        "3072,>46</cbc:AllowanceChargeReasonCode>,></cbc:AllowanceChargeReasonCode>",
        "4322,<cbc:MultiplierFactorNumeric>0.10000<,<cbc:MultiplierFactorNumeric>0.30000<",
        "3305,cbc:TaxInclusiveAmount,cbc:Other",
        "2043,<cbc:PayableAmount currencyID=\"PEN\">,<cbc:PayableAmount currencyID=\"PEN\">-",
        "2064,<cbc:ChargeTotalAmount currencyID=\"PEN\">,<cbc:ChargeTotalAmount currencyID=\"PEN\">-",
        "2065,<cbc:AllowanceTotalAmount currencyID=\"PEN\">,<cbc:AllowanceTotalAmount currencyID=\"PEN\">-"
    })
    void a_boleta_breaks(String code, String from, String to) throws SAXException {
        assertThat(broken(Bills.boleta(1, Bills.everything()), from, to)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "3245,>Credito<,><",
        "3248,>Cuota002<,>Cuota001<",
        "3256,<cbc:PaymentDueDate>2026-12-05<,<cbc:PaymentDueDate>pronto<",
        "3254,<cbc:Amount currencyID=\"PEN\">60.85</cbc:Amount><cbc:PaymentDueDate>2026-12-05,<cbc:Amount currencyID=\"PEN\">0.00</cbc:Amount><cbc:PaymentDueDate>2026-12-05",
        "3266,<cbc:Amount currencyID=\"PEN\">60.85</cbc:Amount><cbc:PaymentDueDate>2026-12-05,<cbc:Amount currencyID=\"PEN\">600.85</cbc:Amount><cbc:PaymentDueDate>2026-12-05",
        "3251,<cbc:Amount currencyID=\"PEN\">121.70<,<cbc:Amount currencyID=\"PEN\">0.00<"
    })
    void a_factura_on_credit_breaks(String code, String from, String to) throws SAXException {
        assertThat(broken(onCredit(), from, to)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "3257,>FormaPago<,>Otra cosa<",
        "3259,>01</cbc:DocumentTypeCode>,>03</cbc:DocumentTypeCode>",
        "3315,<cbc:PayableAmount currencyID=\"PEN\">0.00<,<cbc:PayableAmount currencyID=\"PEN\">1.00<",
        "3249,>Cuota00,>Parte00",
        "3319,<cbc:Amount currencyID=\"PEN\">121.70<,<cbc:Amount currencyID=\"PEN\">121.00<"
    })
    void a_note_that_moves_instalments_breaks(String code, String from, String to)
            throws SAXException {
        var note =
                Bills.credited(
                        onCredit(),
                        CreditReason.PAYMENT_TERMS,
                        NoteContent.instalments(onCredit().payment()));
        assertThat(broken(note, "", "")).isEmpty();
        assertThat(broken(note, from, to)).contains(code);
    }

    private static FiscalDocument onCredit() {
        var half = Money.of("60.85");
        return Bills.factura(
                1,
                new PaymentTerms(
                        List.of(
                                new Instalment(half, LocalDate.of(2026, 12, 5)),
                                new Instalment(half, LocalDate.of(2026, 12, 20)))));
    }

    private static List<String> broken(FiscalDocument document, String from, String to)
            throws SAXException {
        var good = new String(UblWriter.write(document), StandardCharsets.UTF_8);
        assertThat(good).contains(from);
        var changed = from.isEmpty() ? good : good.replace(from, to);
        var received =
                new Received(
                        document.key(),
                        SafeXml.parse(changed.getBytes(StandardCharsets.UTF_8)),
                        TODAY);
        return Rules.content().stream()
                .filter(rule -> rule.broken().test(received))
                .map(rule -> rule.codeFor(received))
                .toList();
    }
}
