package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** What must hold before an order becomes a document. The constant is the code that clients see. */
public enum BillingRule implements BusinessRule {
    ORDER_MUST_BE_PAID,
    CANCELLED_ORDER_IS_NOT_BILLED,
    /** It has a boleta or factura that was not rejected. */
    ORDER_IS_BILLED_ONCE,
    PAYMENT_IS_OF_ORDER,
    /** What was paid already needs a document of its own. */
    CREDIT_IS_FOR_AN_UNPAID_ORDER,
    /** It has a document that was not rejected. */
    PAYMENT_IS_BILLED_ONCE,
    /** Notes change documents; orders get boletas and facturas. */
    ORDER_GETS_BOLETA_OR_FACTURA,
    ISSUER_NEEDS_RUC,
    ISSUER_NEEDS_LEGAL_NAME,
    /** What is replaced is a rejected document of the same order. */
    ONLY_REJECTED_IS_REPLACED,
    /** The document would not say what the guest paid. */
    BILL_ADDS_UP,
    /** There is no key to sign with. */
    CERTIFICATE_REQUIRED,
    CERTIFICATE_EXPIRED,
    /** No PKCS#12 file with a private key in it, or another password. */
    CERTIFICATE_UNREADABLE,
    /** SUNAT turned the issuer away not long ago, and locks who tries on. */
    CONNECTION_CHECKED_TOO_SOON,
    /** SUNAT counts per taxpayer: another branch or till has this series. */
    SERIES_IN_USE
}
