package pe.comanda.domain.rewards;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.tenancy.BranchId;

import java.time.LocalDate;

/**
 * What a reward gives, and on which terms.
 *
 * @param points what it costs: 1 to 1,000,000
 * @param benefit a percentage, an amount in soles or one unit of a dish
 * @param branch where it is redeemed; null for everywhere. One that gives a dish is of the branch
 *     whose menu the dish is on
 * @param from the first day, @param until the last one, of the branch's calendar; null for open
 * @param stock how many may be redeemed in all, @param perCustomer by each; null for no limit
 */
public record RewardTerms(
        String name,
        int points,
        Benefit benefit,
        @Nullable BranchId branch,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer stock,
        @Nullable Integer perCustomer) {}
