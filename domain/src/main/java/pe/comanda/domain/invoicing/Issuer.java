package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * Who issues: the company and the establishment where it sells.
 *
 * @param tradeName may be empty
 * @param establishment SUNAT's four-digit code of the branch; {@code 0000} is the head office
 */
public record Issuer(
        Ruc ruc, String legalName, String tradeName, IssuerAddress address, String establishment) {
    public Issuer {
        if (legalName.isBlank()) {
            throw new MalformedValue("LEGAL_NAME_REQUIRED", "An issuer has a legal name.");
        }
        if (!establishment.matches("[0-9]{4}")) {
            throw new MalformedValue(
                    "MALFORMED_ESTABLISHMENT", "The code of an establishment has four digits.");
        }
    }
}
