package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of closing a month. The constant is the code that clients see. */
public enum MonthRule implements BusinessRule {
    /** It ends in Lima. */
    MONTH_MUST_BE_OVER,
    /** Documents that SUNAT has not spoken about, voids under way, numbers without a document. */
    MONTH_HAS_NOTHING_OPEN,
    MONTH_IS_CLOSED_ONCE,
    MONTH_MUST_BE_CLOSED,
    /**
     * What it came to has been declared: a note of today changes its documents, a void does not.
     */
    DOCUMENT_OF_A_CLOSED_MONTH
}
