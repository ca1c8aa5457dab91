package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tenancy.BranchId;

import java.time.Instant;
import java.time.YearMonth;

/** Everything that can have happened to fiscal settings. Holds no secret. Stored for ever. */
public sealed interface FiscalSettingsEvent extends DomainEvent {
    FiscalSettingsId settings();

    record SeriesAssigned(
            FiscalSettingsId settings,
            BranchId branch,
            String till,
            DocumentType type,
            Series series)
            implements FiscalSettingsEvent {}

    /**
     * @param serial of the certificate, hexadecimal
     */
    record CertificateInstalled(FiscalSettingsId settings, String serial, Instant validUntil)
            implements FiscalSettingsEvent {}

    record SolAccountSet(FiscalSettingsId settings, String user, @Nullable String client)
            implements FiscalSettingsEvent {}

    /** Nothing is sent any more. */
    record SendingHeld(FiscalSettingsId settings, String reason) implements FiscalSettingsEvent {}

    record SendingReleased(FiscalSettingsId settings) implements FiscalSettingsEvent {}

    /**
     * @param above from which amount on a second person is needed; null for never
     */
    record FourEyesSet(FiscalSettingsId settings, @Nullable Money above)
            implements FiscalSettingsEvent {}

    /** The month stands as these figures say. */
    record MonthClosed(FiscalSettingsId settings, YearMonth month, MonthFigures figures, Instant at)
            implements FiscalSettingsEvent {}

    record MonthReopened(FiscalSettingsId settings, YearMonth month, String reason, Instant at)
            implements FiscalSettingsEvent {}
}
