package pe.comanda.api.security;

import pe.comanda.domain.shared.BusinessRule;

/** What a password must be. Checked at the door, because behind it only the hash is known. */
public enum PasswordRule implements BusinessRule {
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    /** The current password, which whoever changes their own must know. */
    CURRENT_PASSWORD_WRONG
}
