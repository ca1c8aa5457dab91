package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of four eyes. The constant is the code that clients see. */
public enum ApprovalRule implements BusinessRule {
    /** The amount is above the organization's limit, and nobody else has said yes. */
    APPROVAL_REQUIRED,
    APPROVAL_IS_REQUESTED_ONCE,
    APPROVAL_HAS_AN_AMOUNT,
    /** Nobody says yes to their own wish. */
    APPROVAL_IS_BY_ANOTHER_PERSON,
    APPROVAL_IS_DECIDED_ONCE
}
