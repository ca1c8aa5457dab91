package pe.comanda.domain.tenancy;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

/**
 * The short name of an organization in addresses: 2 to 100 lower-case letters, digits and single
 * hyphens, as in {@code el-buen-sabor}.
 */
public record Slug(String value) implements TextValue {
    public Slug {
        if (value.length() < 2
                || value.length() > 100
                || !value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new MalformedValue(
                    "MALFORMED_SLUG",
                    "A slug has 2 to 100 lower-case letters, digits and single hyphens.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
