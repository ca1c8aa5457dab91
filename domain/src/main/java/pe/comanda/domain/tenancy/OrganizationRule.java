package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of an organization. The constant is the code that clients see. */
public enum OrganizationRule implements BusinessRule {
    ORGANIZATION_IS_REGISTERED_ONCE,
    ORGANIZATION_MUST_EXIST,
    ORGANIZATION_NAME_TOO_SHORT,
    ORGANIZATION_MUST_BE_ACTIVE,
    ORGANIZATION_MUST_BE_SUSPENDED,
    LOGO_URL_MALFORMED,
    SUSPENSION_NEEDS_REASON,
    /** Another organization has this slug. */
    SLUG_TAKEN,
    /** Another active organization has this RUC. */
    RUC_TAKEN
}
