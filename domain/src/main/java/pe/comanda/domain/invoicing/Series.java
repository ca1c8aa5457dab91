package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.TextValue;

/**
 * A run of numbers: {@code F} (facturas and their notes) or {@code B} (boletas and theirs) and
 * three characters.
 */
public record Series(String value) implements TextValue {
    public Series {
        if (!value.matches("[FB][A-Z0-9]{3}")) {
            throw new MalformedValue("MALFORMED_SERIES", "A series looks like F001 or B001.");
        }
    }

    /**
     * Whether its documents live by the rules of facturas: deadlines, voiding, and that SUNAT can
     * be asked for them.
     */
    public boolean isOfFacturas() {
        return value.charAt(0) == 'F';
    }

    public boolean fits(DocumentType type) {
        return switch (type) {
            case FACTURA -> isOfFacturas();
            case BOLETA -> !isOfFacturas();
            case CREDIT_NOTE, DEBIT_NOTE -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
