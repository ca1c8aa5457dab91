package pe.comanda.domain.identity;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

/**
 * A password after hashing, with the name of the method in front: {@code {argon2}…}. Never part of
 * an event, and silent when printed.
 */
public record PasswordHash(String value) implements TextValue {
    public PasswordHash {
        if (!value.matches("\\{[a-z0-9@-]+}.{20,400}")) {
            throw new MalformedValue("MALFORMED_PASSWORD_HASH", "This is not a password hash.");
        }
    }

    @Override
    public String toString() {
        return "{hidden}";
    }
}
