package pe.comanda.api.mail;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of e-mail. The constant is the code that clients see. */
public enum MailRule implements BusinessRule {
    /** No SMTP server or no sender is configured. */
    MAIL_IS_OFF
}
