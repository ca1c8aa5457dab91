package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.command.invoicing.standin.SunatStage.ACCOUNT;
import static pe.comanda.command.invoicing.standin.SunatStage.code;
import static pe.comanda.command.invoicing.standin.SunatStage.judge;
import static pe.comanda.command.invoicing.standin.SunatStage.signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GatewayAnswer.Cdr;
import pe.comanda.domain.invoicing.GatewayAnswer.Fault;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;
import pe.comanda.domain.shared.Money;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the stand-in turns down, over real HTTP, with SUNAT's code for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SunatRulesTest {
    private final SunatStage stage = new SunatStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void an_altered_document_is_rejected() {
        var signed = signed(Bills.factura(1));
        var forged =
                new String(signed.xml(), StandardCharsets.UTF_8)
                        .replace(">121.70<", ">121.71<")
                        .getBytes(StandardCharsets.UTF_8);
        var reply =
                stage.gateway()
                        .send(new SignedFile(signed.key(), forged, signed.digest()), ACCOUNT);
        assertThat(reply.answer())
                .isInstanceOfSatisfying(Cdr.class, it -> assertThat(it.code()).isEqualTo("2335"));
        assertThat(judge(reply)).isEqualTo(Kind.REJECTED);
    }

    @Test
    void a_document_under_the_name_of_another_is_not_taken_in() {
        var first = signed(Bills.factura(1));
        var other = new SignedFile(Bills.factura(2).key(), first.xml(), first.digest());
        assertThat(stage.gateway().send(other, ACCOUNT).answer())
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
        assertThat(stage.sendChanged(Bills.factura(1), from, to).answer())
                .isInstanceOfSatisfying(Cdr.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void a_boleta_with_a_wrong_sum_is_only_remarked_upon() {
        assertThat(
                        stage.sendChanged(
                                        Bills.boleta(1),
                                        "<cbc:PayableAmount currencyID=\"PEN\">121.70<",
                                        "<cbc:PayableAmount currencyID=\"PEN\">131.70<")
                                .answer())
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
        stage.later(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(judge(stage.send(Bills.boleta(1)))).isEqualTo(Kind.SUMMARY_ONLY);
    }

    @Test
    void an_hour_before_midnight_in_lima_it_is_still_the_fifth_day() {
        stage.later(Instant.parse("2026-11-27T04:00:00Z"));
        assertThat(judge(stage.send(Bills.boleta(1)))).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void instalments_are_moved_of_a_factura_that_is_on_credit() {
        assertThat(judge(stage.send(Bills.factura(1, terms("2026-12-05")))))
                .isEqualTo(Kind.ACCEPTED);
        stage.later(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(code(stage.send(moved("2027-01-05")))).isEqualTo("0");
    }

    @Test
    void those_of_one_that_was_paid_at_once_are_not() {
        assertThat(judge(stage.send(Bills.factura(1)))).isEqualTo(Kind.ACCEPTED);
        stage.later(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(code(stage.send(moved("2027-01-05")))).isEqualTo("3260");
    }

    @ParameterizedTest
    @CsvSource({
        "3261,</cac:BillingReference>,</cac:BillingReference><cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F001-2</cbc:ID><cbc:DocumentTypeCode>01</cbc:DocumentTypeCode></cac:InvoiceDocumentReference></cac:BillingReference>",
        "3320,>121.70<,>121.71<",
        "3321,<cbc:PaymentDueDate>2027-01-05<,<cbc:PaymentDueDate>2026-11-21<",
    })
    void moved_instalments_keep_to_one_factura_its_amount_and_its_day(
            String code, String from, String to) {
        assertThat(judge(stage.send(Bills.factura(1, terms("2026-12-05")))))
                .isEqualTo(Kind.ACCEPTED);
        stage.later(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(code(stage.sendChanged(moved("2027-01-05"), from, to))).isEqualTo(code);
    }

    private static PaymentTerms terms(String due) {
        return new PaymentTerms(
                List.of(new PaymentTerms.Instalment(Money.of("121.70"), LocalDate.parse(due))));
    }

    private static FiscalDocument moved(String due) {
        return Bills.credited(
                Bills.factura(1, terms("2026-12-05")),
                CreditReason.PAYMENT_TERMS,
                NoteContent.instalments(terms(due)));
    }
}
