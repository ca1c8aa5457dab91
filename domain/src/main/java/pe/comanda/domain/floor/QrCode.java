package pe.comanda.domain.floor;

import pe.comanda.domain.shared.MalformedValue;

import java.util.regex.Pattern;

/**
 * How guests reach a table: what its QR code says, and a short code to type where no camera helps.
 * It is printed on the table for everybody to see, so it is no secret; but nobody can guess it, and
 * it can be revoked.
 *
 * @param token 128 random bits as base64url
 * @param shortCode six symbols of {@link #ALPHABET}, unique in the branch
 */
public record QrCode(String token, String shortCode) {
    /** Without 0, 1, I, L, O and U, which people mistake or misread. */
    public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern SHORT_CODE = Pattern.compile("[" + ALPHABET + "]{6}");

    public QrCode {
        if (!TOKEN.matcher(token).matches() || !SHORT_CODE.matcher(shortCode).matches()) {
            throw new MalformedValue(
                    "MALFORMED_QR_CODE", "A QR code has 22 symbols, a short code six");
        }
    }
}
