package pe.comanda.domain.coupons;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;
import java.util.Set;

/**
 * On which terms a coupon is honoured.
 *
 * @param minimum what the order must come to at menu prices; zero for any order
 * @param cap the most that it takes off; null for no limit
 * @param from the first day, @param until the last one, of the branch's calendar; null for open
 * @param branches where it is honoured; empty for everywhere
 * @param uses by everybody together, @param usesPerCustomer by each; null for no limit
 */
public record CouponTerms(
        String name,
        Benefit benefit,
        Money minimum,
        @Nullable Money cap,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<BranchId> branches,
        @Nullable Integer uses,
        @Nullable Integer usesPerCustomer) {
    public CouponTerms {
        branches = Set.copyOf(branches);
    }

    /** Whether the branch honours it. */
    public boolean holdIn(BranchId branch) {
        return branches.isEmpty() || branches.contains(branch);
    }
}
