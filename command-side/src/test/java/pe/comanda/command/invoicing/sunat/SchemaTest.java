package pe.comanda.command.invoicing.sunat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.DebitReason;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.NotePart;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of document against the schemas of UBL 2.1 (a fault is SUNAT's 0306). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {
    private static final SigningKey KEY =
            StandInKey.named("CN=La Huaca", Instant.parse("2026-11-01T00:00:00Z"));
    private static final NoteContent ONE_LINE =
            NoteContent.lines(List.of(new NotePart(1, Quantity.of("1"))));
    private static final PaymentTerms ON_CREDIT =
            new PaymentTerms(
                    List.of(
                            new Instalment(Money.of("60.00"), LocalDate.of(2026, 12, 21)),
                            new Instalment(Money.of("61.70"), LocalDate.of(2027, 1, 21))));

    static Stream<Arguments> documents() {
        var everything = Bills.boleta(1, Bills.everything());
        return Stream.of(
                Arguments.of("Invoice", Bills.factura(1)),
                Arguments.of("Invoice", Bills.factura(1, ON_CREDIT)),
                Arguments.of("Invoice", Bills.boleta(1)),
                Arguments.of("Invoice", everything),
                Arguments.of("CreditNote", credited(Bills.factura(1), NoteContent.WHOLE)),
                Arguments.of("CreditNote", credited(Bills.factura(1), ONE_LINE)),
                Arguments.of(
                        "CreditNote",
                        credited(Bills.factura(1), NoteContent.amount(Money.of("5.00")))),
                Arguments.of("CreditNote", credited(everything, NoteContent.WHOLE)),
                Arguments.of(
                        "CreditNote",
                        Bills.credited(
                                Bills.factura(1, ON_CREDIT),
                                CreditReason.PAYMENT_TERMS,
                                NoteContent.instalments(ON_CREDIT))),
                Arguments.of("DebitNote", Bills.debited(Bills.factura(1), DebitReason.PENALTY)),
                Arguments.of("DebitNote", Bills.debited(everything, DebitReason.HIGHER_VALUE)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("documents")
    void a_document_obeys_its_schema(String root, FiscalDocument document) throws Exception {
        var signed = XmlSigner.sign(UblWriter.write(document), KEY).xml();
        assertThat(UblSchemas.faults(root, signed)).isEmpty();
    }

    @Test
    void an_element_out_of_its_place_is_found() throws Exception {
        var xml = new String(UblWriter.write(Bills.factura(1)), StandardCharsets.UTF_8);
        var moved =
                xml.replaceFirst(
                        "(<cbc:ID>F001-1</cbc:ID>)(<cbc:IssueDate>[^<]*</cbc:IssueDate>)", "$2$1");
        assertThat(moved).isNotEqualTo(xml);
        assertThat(UblSchemas.faults("Invoice", moved.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    private static FiscalDocument credited(FiscalDocument original, NoteContent content) {
        return Bills.credited(original, CreditReason.OTHER, content);
    }
}
