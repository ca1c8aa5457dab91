package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of a loyalty program. */
public enum ProgramRule implements BusinessRule {
    POINTS_PER_SOL_OUT_OF_RANGE,
    TIERS_OUT_OF_RANGE,
    TIERS_RISE_FROM_ZERO,
    TIER_NAMED_TWICE,
    MULTIPLIER_OUT_OF_RANGE
}
