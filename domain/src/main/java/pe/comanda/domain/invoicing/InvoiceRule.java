package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of payment documents. The constant is the code that clients see. */
public enum InvoiceRule implements BusinessRule {
    INVOICE_IS_ISSUED_ONCE,
    INVOICE_MUST_EXIST,
    DOCUMENT_HAS_LINES,
    TOO_MANY_LINES,
    QUANTITY_IS_POSITIVE,
    DISCOUNT_BELOW_AMOUNT,
    SERVICE_CHARGE_OUT_OF_RANGE,
    ROUNDING_OUT_OF_RANGE,
    SERIES_FITS_DOCUMENT,
    FACTURA_NEEDS_RUC,
    BUYER_REQUIRED_ABOVE_700,
    NOTE_NAMES_WHAT_IT_CHANGES,
    ONLY_FACTURA_ON_CREDIT,
    INSTALMENTS_ADD_UP,
    INSTALMENT_FALLS_AFTER_ISSUE,
    /** The series was opened before, or has given out numbers already. */
    SERIES_IS_OPENED_ONCE,
    SERIES_EXHAUSTED,
    INVOICE_IS_SIGNED_ONCE,
    INVOICE_MUST_BE_SIGNED,
    /** Another attempt is under way, or this one was begun before. */
    ATTEMPTS_FOLLOW_EACH_OTHER,
    /** SUNAT may have the document already: it is asked before anything is sent again. */
    UNKNOWN_OUTCOME_IS_ASKED_FOR,
    OUTCOME_IS_RECORDED_ONCE,
    INVOICE_MUST_BE_PARKED,
    INVOICE_IS_SETTLED,
    /**
     * Only what SUNAT answered with an exception, or never saw, keeps its number with other data: a
     * number in use or a deadline that is over needs another document.
     */
    CORRECTION_NEEDS_AN_EXCEPTION,
    /** The number belongs to the RUC that took it. */
    ISSUER_KEEPS_ITS_RUC,
    /** A note names whom the document names that it changes. */
    NOTE_KEEPS_ITS_BUYER,
    REASON_REQUIRED,
    /** 1 to 1000 characters. */
    COMMENT_IS_A_TEXT
}
