package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Sealed;
import pe.comanda.domain.tenancy.BranchId;

import java.time.Instant;
import java.time.YearMonth;

/** Everything one can ask of an organization's fiscal settings. Secrets come sealed by the edge. */
public sealed interface FiscalSettingsCommand extends Command {
    /** Seals what {@link InstallCertificate} carries, for one organization. */
    String UPLOAD = "fiscal-upload:";

    FiscalSettingsId settings();

    @Override
    default FiscalSettingsId target() {
        return settings();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case AssignSeries _,
                    InstallCertificate _,
                    SetSolAccount _,
                    HoldSending _,
                    ReleaseSending _,
                    SetFourEyes _ ->
                    Permission.SUNAT_UPDATE;
            case CloseMonth _, ReopenMonth _ -> Permission.BOOKS_CLOSE;
        };
    }

    /**
     * Gives a branch, or one till of it, a run of numbers of its own in place of what it had.
     *
     * @param till empty for the branch's own
     */
    record AssignSeries(
            FiscalSettingsId settings,
            BranchId branch,
            String till,
            DocumentType type,
            Series series)
            implements FiscalSettingsCommand {}

    /**
     * Signs with this certificate from now on.
     *
     * @param pkcs12 Base64 of the file, be it PKCS#12 or PEM, sealed for {@link #UPLOAD}
     * @param password of the file or its key, sealed for {@link #UPLOAD}
     */
    record InstallCertificate(FiscalSettingsId settings, Sealed pkcs12, Sealed password, Instant at)
            implements FiscalSettingsCommand {}

    /**
     * Signs in at SUNAT like this from now on.
     *
     * @param user SOL secondary user without the RUC before it
     * @param password sealed for {@link #UPLOAD}
     * @param client of SUNAT's validity service, with its secret; null where it is not set up
     */
    record SetSolAccount(
            FiscalSettingsId settings,
            String user,
            Sealed password,
            @Nullable String client,
            @Nullable Sealed secret)
            implements FiscalSettingsCommand {}

    /**
     * Sends nothing from now on: documents are issued and signed as ever, and wait. For days on
     * which SUNAT's own checks lag behind the law. Reason: 1 to 200 characters.
     */
    record HoldSending(FiscalSettingsId settings, String reason) implements FiscalSettingsCommand {}

    /** Sends again, what has waited first. */
    record ReleaseSending(FiscalSettingsId settings) implements FiscalSettingsCommand {}

    /**
     * Wants a second person's word on voids, credit notes and reissues above an amount.
     *
     * @param above null for never
     */
    record SetFourEyes(FiscalSettingsId settings, @Nullable Money above)
            implements FiscalSettingsCommand {}

    /**
     * Declares a month done: its documents are not voided any more. Refuses one that is not over,
     * and one with anything open.
     *
     * @param figures as the books tell them at this moment; whoever closes does not say them
     */
    record CloseMonth(FiscalSettingsId settings, YearMonth month, MonthFigures figures, Instant at)
            implements FiscalSettingsCommand {}

    /** Takes that back, for a declaration that is rectified. Reason: 1 to 200 characters. */
    record ReopenMonth(FiscalSettingsId settings, YearMonth month, String reason, Instant at)
            implements FiscalSettingsCommand {}
}
