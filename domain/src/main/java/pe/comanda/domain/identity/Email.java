package pe.comanda.domain.identity;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

import java.util.Locale;

/**
 * An e-mail address, without blanks around it and in lower case, however it was typed. Personal
 * data: never part of an event.
 */
public record Email(String value) implements TextValue {
    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254
                || !value.matches("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]{2,}")) {
            throw new MalformedValue(
                    "MALFORMED_EMAIL", "An e-mail address looks like ana@example.com.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
