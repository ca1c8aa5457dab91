package pe.comanda.domain.tenancy;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.tax.TaxRegime;

import java.time.Instant;
import java.time.LocalDate;

/** Everything one can ask of a branch. */
public sealed interface BranchCommand extends Command {
    BranchId branch();

    @Override
    default BranchId target() {
        return branch();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case OpenBranch _, CloseBranch _, ReopenBranch _ -> Permission.BRANCH_CREATE;
            case ChangeBranchDetails _ -> Permission.BRANCH_UPDATE;
            case ChangeBranchSettings _, SetTaxRegime _, ReplacePublicCode _ ->
                    Permission.SETTINGS_UPDATE;
        };
    }

    /** Under this regime from the day in Lima on which it opens. */
    record OpenBranch(
            BranchId branch, PublicCode code, BranchSettings settings, TaxRegime regime, Instant at)
            implements BranchCommand {}

    /** What is null stays as it is. */
    record ChangeBranchDetails(
            BranchId branch,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone)
            implements BranchCommand {}

    record ChangeBranchSettings(BranchId branch, BranchChanges changes) implements BranchCommand {}

    /**
     * @param from today in Lima or later: what is sold already keeps its tax
     */
    record SetTaxRegime(BranchId branch, TaxRegime regime, LocalDate from, Instant at)
            implements BranchCommand {}

    /** The printed codes with the old one stop working. */
    record ReplacePublicCode(BranchId branch, PublicCode code) implements BranchCommand {}

    /** Reason: 3 to 500 characters. */
    record CloseBranch(BranchId branch, String reason) implements BranchCommand {}

    record ReopenBranch(BranchId branch) implements BranchCommand {}
}
