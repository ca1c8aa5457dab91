package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.tax.TaxRegime;

import java.time.LocalDate;

/** Everything that can have happened to a branch. Stored for ever. */
public sealed interface BranchEvent extends DomainEvent {
    BranchId branch();

    record BranchOpened(
            BranchId branch,
            PublicCode code,
            BranchSettings settings,
            TaxRegime regime,
            LocalDate regimeFrom)
            implements BranchEvent {}

    record BranchChanged(BranchId branch, BranchChanges changes) implements BranchEvent {}

    record TaxRegimeSet(BranchId branch, TaxRegime regime, LocalDate from) implements BranchEvent {}

    record PublicCodeReplaced(BranchId branch, PublicCode code) implements BranchEvent {}

    record BranchClosed(BranchId branch, String reason) implements BranchEvent {}

    record BranchReopened(BranchId branch) implements BranchEvent {}
}
