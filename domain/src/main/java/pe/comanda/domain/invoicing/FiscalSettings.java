package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.ApprovalRule.APPROVAL_HAS_AN_AMOUNT;
import static pe.comanda.domain.invoicing.BillingRule.CERTIFICATE_EXPIRED;
import static pe.comanda.domain.invoicing.InvoiceRule.SERIES_FITS_DOCUMENT;
import static pe.comanda.domain.invoicing.MonthRule.MONTH_HAS_NOTHING_OPEN;
import static pe.comanda.domain.invoicing.MonthRule.MONTH_IS_CLOSED_ONCE;
import static pe.comanda.domain.invoicing.MonthRule.MONTH_MUST_BE_CLOSED;
import static pe.comanda.domain.invoicing.MonthRule.MONTH_MUST_BE_OVER;

import pe.comanda.domain.invoicing.FiscalSettingsCommand.*;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.*;
import pe.comanda.domain.shared.Words;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an organization issues: its certificate, its account at SUNAT, which branch counts where, and
 * which months are done.
 *
 * @param changes how often anything was set
 * @param closed months that were closed and not opened again
 */
public record FiscalSettings(int changes, Set<YearMonth> closed) {
    public static final FiscalSettings UNTOUCHED = new FiscalSettings(0, Set.of());

    public FiscalSettings {
        closed = Set.copyOf(closed);
    }

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

    public List<FiscalSettingsEvent> close(CloseMonth command) {
        var month = command.month();
        MONTH_IS_CLOSED_ONCE.require(!closed.contains(month));
        MONTH_MUST_BE_OVER.require(
                month.isBefore(YearMonth.from(command.at().atZone(SubmissionDeadline.LIMA))));
        MONTH_HAS_NOTHING_OPEN.require(
                command.figures().open() == 0, "open", command.figures().open());
        return List.of(new MonthClosed(command.settings(), month, command.figures(), command.at()));
    }

    public List<FiscalSettingsEvent> reopen(ReopenMonth command) {
        MONTH_MUST_BE_CLOSED.require(closed.contains(command.month()));
        return List.of(
                new MonthReopened(
                        command.settings(),
                        command.month(),
                        Words.required("reason", command.reason(), 200),
                        command.at()));
    }

    public FiscalSettings evolve(FiscalSettingsEvent event) {
        return switch (event) {
            case SeriesAssigned _,
                    CertificateInstalled _,
                    SolAccountSet _,
                    SendingHeld _,
                    SendingReleased _,
                    FourEyesSet _ ->
                    new FiscalSettings(changes + 1, closed);
            case MonthClosed it -> with(it.month(), true);
            case MonthReopened it -> with(it.month(), false);
        };
    }

    private FiscalSettings with(YearMonth month, boolean done) {
        var months = new HashSet<>(closed);
        var _ = done ? months.add(month) : months.remove(month);
        return new FiscalSettings(changes + 1, months);
    }
}
