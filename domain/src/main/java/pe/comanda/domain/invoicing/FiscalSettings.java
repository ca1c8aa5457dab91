package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.BillingRule.CERTIFICATE_EXPIRED;
import static pe.comanda.domain.invoicing.InvoiceRule.SERIES_FITS_DOCUMENT;

import pe.comanda.domain.invoicing.FiscalSettingsCommand.*;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.*;
import pe.comanda.domain.shared.Words;

import java.time.Instant;
import java.util.List;

/**
 * How an organization issues: its certificate, its account at SUNAT, and which branch counts where.
 *
 * @param changes how often anything was set
 */
public record FiscalSettings(int changes) {
    public static final FiscalSettings UNTOUCHED = new FiscalSettings(0);

    /** What a certificate says of itself, once it has been opened. */
    public record CertificateFacts(String serial, Instant validUntil) {}

    public List<FiscalSettingsEvent> assign(AssignSeries command) {
        SERIES_FITS_DOCUMENT.require(
                command.series().fits(command.type()), "series", command.series());
        return List.of(
                new SeriesAssigned(
                        command.settings(),
                        command.branch(),
                        Words.optional("till", command.till(), 40),
                        command.type(),
                        command.series()));
    }

    /** Refuses a certificate that is over. */
    public List<FiscalSettingsEvent> install(InstallCertificate command, CertificateFacts opened) {
        CERTIFICATE_EXPIRED.require(
                command.at().isBefore(opened.validUntil()), "validUntil", opened.validUntil());
        return List.of(
                new CertificateInstalled(command.settings(), opened.serial(), opened.validUntil()));
    }

    public List<FiscalSettingsEvent> account(SetSolAccount command) {
        return List.of(
                new SolAccountSet(
                        command.settings(),
                        Words.required("user", command.user(), 50),
                        command.client()));
    }

    public List<FiscalSettingsEvent> hold(HoldSending command) {
        return List.of(
                new SendingHeld(
                        command.settings(), Words.required("reason", command.reason(), 200)));
    }

    public List<FiscalSettingsEvent> release(ReleaseSending command) {
        return List.of(new SendingReleased(command.settings()));
    }

    public List<FiscalSettingsEvent> fourEyes(SetFourEyes command) {
        APPROVAL_HAS_AN_AMOUNT.require(command.above() == null || !command.above().isNegative());
        return List.of(new FourEyesSet(command.settings(), command.above()));
    }

    public FiscalSettings evolve(FiscalSettingsEvent event) {
        return switch (event) {
            case SeriesAssigned _,
                    CertificateInstalled _,
                    SolAccountSet _,
                    SendingHeld _,
                    SendingReleased _,
                    FourEyesSet _ ->
                    new FiscalSettings(changes + 1);
        };
    }
}
