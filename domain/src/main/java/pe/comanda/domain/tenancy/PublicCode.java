package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

/**
 * Six letters and digits under which guests find a branch. Nothing that is easily misread is among
 * them: no 0, 1, I, L, O, U.
 */
public record PublicCode(String value) implements TextValue {
    public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    public static final int LENGTH = 6;

    public PublicCode {
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new MalformedValue(
                    "MALFORMED_PUBLIC_CODE", "A public code has six characters of " + ALPHABET);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
