package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.FiscalSettings.CertificateFacts;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.AssignSeries;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.InstallCertificate;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.SetFourEyes;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.CertificateInstalled;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.FourEyesSet;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;
import pe.comanda.domain.tenancy.BranchId;

import java.time.Instant;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiscalSettingsTest {
    private static final FiscalSettingsId ID = FiscalSettingsId.of("org-1");
    private static final Instant NOW = Instant.parse("2026-11-21T18:05:10Z");
    private static final FiscalSettings SETTINGS = FiscalSettings.UNTOUCHED;

    @Test
    void a_certificate_is_installed_that_has_not_ended() {
        assertThat(SETTINGS.install(installing(), new CertificateFacts("a1", NOW.plusMillis(1))))
                .containsExactly(new CertificateInstalled(ID, "a1", NOW.plusMillis(1)));
        refused(
                () -> SETTINGS.install(installing(), new CertificateFacts("a1", NOW)),
                BillingRule.CERTIFICATE_EXPIRED);
    }

    @Test
    void a_series_begins_with_the_letter_of_its_documents() {
        assertThat(SETTINGS.assign(assigning("F002"))).hasSize(1);
        refused(() -> SETTINGS.assign(assigning("B002")), InvoiceRule.SERIES_FITS_DOCUMENT);
    }

    @Test
    void the_limit_of_four_eyes_is_an_amount_or_none() {
        assertThat(SETTINGS.fourEyes(new SetFourEyes(ID, null)))
                .containsExactly(new FourEyesSet(ID, null));
        assertThat(SETTINGS.fourEyes(new SetFourEyes(ID, Money.ZERO))).hasSize(1);
        refused(
                () -> SETTINGS.fourEyes(new SetFourEyes(ID, Money.of("-0.01"))),
                ApprovalRule.APPROVAL_HAS_AN_AMOUNT);
    }

    private static InstallCertificate installing() {
        return new InstallCertificate(ID, new Sealed("v1.abc"), new Sealed("v1.abc"), NOW);
    }

    private static AssignSeries assigning(String series) {
        return new AssignSeries(
                ID, new BranchId("branch-1"), "", DocumentType.FACTURA, new Series(series));
    }

    private static void refused(Runnable work, Object rule) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
