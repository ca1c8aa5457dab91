package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

import java.util.Set;

/**
 * A taxpayer's number: eleven digits, the last of which checks the others (modulus 11, weights 5 4
 * 3 2 7 6 5 4 3 2).
 */
public record Ruc(String value) implements TextValue {
    private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    private static final Set<String> PREFIXES = Set.of("10", "15", "16", "17", "20");

    public Ruc {
        if (!isValid(value)) {
            throw new MalformedValue(
                    "MALFORMED_RUC", "A RUC has eleven digits and a check digit that fits.");
        }
    }

    public static boolean isValid(String text) {
        return text.length() == 11
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && PREFIXES.contains(text.substring(0, 2))
                && checkDigit(text) == text.charAt(10) - '0';
    }

    private static int checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
