package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.command.invoicing.standin.SunatStage.ACCOUNT;
import static pe.comanda.command.invoicing.standin.SunatStage.judge;
import static pe.comanda.command.invoicing.standin.SunatStage.signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every way in which the stand-in can fail, each met by a factura and by a boleta: what it means at
 * once, and that asking and sending the same bytes end where they should, with one document at
 * SUNAT. The next mode does not compile before somebody says what it means.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultModesTest {
    private final SunatStage stage = new SunatStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_factura_meets_it(FaultMode mode) {
        meets(mode, Bills.factura(1));
    }

    @ParameterizedTest
    @EnumSource
    void a_boleta_meets_it(FaultMode mode) {
        meets(mode, Bills.boleta(1));
    }

    private void meets(FaultMode mode, FiscalDocument document) {
        stage.arm(mode, code(mode));
        var file = signed(document);
        var gateway = gateway(mode);
        var met = judge(gateway.send(file, ACCOUNT), Earlier.NOTHING);
        assertThat(met).isEqualTo(atOnce(mode));
        assertThat(toTheEnd(met, file, document)).last().isEqualTo(inTheEnd(mode));
        assertThat(stage.registry().latest(5)).hasSize(1);
        assertThat(stage.sunat().journal()).isNotEmpty();
    }

    private static Kind atOnce(FaultMode mode) {
        return switch (mode) {
            case TIME_OUT_BEFORE_REGISTERING,
                    TIME_OUT_AFTER_REGISTERING,
                    CUT_BEFORE_REGISTERING,
                    CUT_AFTER_REGISTERING,
                    CORRUPT_CDR,
                    FOREIGN_CDR,
                    UNSIGNED_CDR,
                    ALTERED_CDR,
                    CDR_BY_ANOTHER_SIGNER,
                    PAGE,
                    XML_BOMB,
                    EXTERNAL_ENTITY ->
                    Kind.UNCERTAIN;
            case UNAVAILABLE, FAULT, FAULT_IN_STRING -> Kind.SUNAT_SICK;
            case REJECTION -> Kind.REJECTED;
            case OBSERVATION -> Kind.OBSERVED;
            case SLOW, TICKET_STUCK, TICKET_LOST -> Kind.ACCEPTED;
        };
    }

    private static Kind inTheEnd(FaultMode mode) {
        return switch (atOnce(mode)) {
            case REJECTED -> Kind.REJECTED;
            case OBSERVED -> Kind.OBSERVED;
            default -> Kind.ACCEPTED;
        };
    }

    private static String code(FaultMode mode) {
        return switch (mode) {
            case FAULT, FAULT_IN_STRING -> "0109";
            case REJECTION -> "3244";
            case OBSERVATION -> "4252";
            default -> "";
        };
    }

    /** As the saga would: asks where it may have arrived, sends where it has not. */
    private List<Kind> toTheEnd(Kind first, SignedFile file, FiscalDocument document) {
        var gateway = gateway(FaultMode.SLOW);
        var inquiry = SunatStage.inquiry(document);
        var sent = new Earlier(true, false);
        var met = new ArrayList<>(List.of(first));
        while (met.size() < 5) {
            switch (met.getLast()) {
                case UNCERTAIN, REGISTERED -> met.add(judge(gateway.ask(inquiry, ACCOUNT), sent));
                case SUNAT_SICK, NOT_REGISTERED ->
                        met.add(judge(gateway.send(file, ACCOUNT), sent));
                default -> {
                    return met;
                }
            }
        }
        return met;
    }

    /** Patient, save where nobody will ever answer. */
    private SoapGateway gateway(FaultMode mode) {
        var hangs =
                Arrays.asList(
                                FaultMode.TIME_OUT_BEFORE_REGISTERING,
                                FaultMode.TIME_OUT_AFTER_REGISTERING)
                        .contains(mode);
        return stage.gateway(hangs ? Duration.ofMillis(700) : Duration.ofSeconds(20));
    }
}
