package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * The number on a Peruvian identity card: eight digits, and beside them a character that checks
 * them (modulus 11, weights 3 2 7 6 5 4 3 2), a digit or on older cards a letter.
 */
final class Dni {
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final String DIGITS = "67890112345";
    private static final String LETTERS = "KABCDEFGHIJ";

    private Dni() {}

    /** The eight digits; refuses a check character that does not fit them. */
    static String checked(String typed) {
        var digits = typed.substring(0, WEIGHTS.length);
        var check = typed.charAt(typed.length() - 1);
        var position = position(digits);
        if (DIGITS.charAt(position) != check && LETTERS.charAt(position) != check) {
            throw new MalformedValue(
                    "MALFORMED_BUYER_DOCUMENT", "The check character does not fit this DNI.");
        }
        return digits;
    }

    private static int position(String digits) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }
}
