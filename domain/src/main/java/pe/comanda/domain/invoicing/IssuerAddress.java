package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * Where an establishment stands. Any part may be empty.
 *
 * @param ubigeo INEI's six-digit code of the district
 */
public record IssuerAddress(
        String ubigeo, String department, String province, String district, String line) {
    public static final IssuerAddress UNKNOWN = new IssuerAddress("", "", "", "", "");

    public IssuerAddress {
        if (!ubigeo.isEmpty() && !ubigeo.matches("[0-9]{6}")) {
            throw new MalformedValue("MALFORMED_UBIGEO", "An ubigeo has six digits.");
        }
    }
}
