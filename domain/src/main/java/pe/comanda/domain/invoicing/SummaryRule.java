package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of daily summaries and notices of voiding. */
public enum SummaryRule implements BusinessRule {
    SUMMARY_IS_ISSUED_ONCE,
    SUMMARY_MUST_EXIST,
    SUMMARY_IS_SIGNED_ONCE,
    SUMMARY_MUST_BE_SIGNED,
    SUMMARY_IS_SETTLED,
    SUMMARY_MUST_BE_PARKED,
    /** Another attempt is under way, or this one was begun before. */
    SUMMARY_ATTEMPTS_FOLLOW_EACH_OTHER
}
