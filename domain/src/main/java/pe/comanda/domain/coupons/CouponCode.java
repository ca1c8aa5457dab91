package pe.comanda.domain.coupons;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a guest says or types: 3 to 30 letters, digits and hyphens. Small letters are as good as
 * capitals.
 */
public record CouponCode(String value) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,29}");

    public CouponCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new MalformedValue(
                    "MALFORMED_COUPON_CODE",
                    "A coupon's code has 3 to 30 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
