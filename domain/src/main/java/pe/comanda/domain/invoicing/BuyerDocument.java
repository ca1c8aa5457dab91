package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * The document that a buyer shows. Its form is checked, a RUC's check digit, and that of a DNI
 * where it is typed along ({@code 17801146-0}); it is not kept.
 */
public record BuyerDocument(BuyerDocumentType type, String number) {
    public static final BuyerDocument NONE = new BuyerDocument(BuyerDocumentType.NONE, "-");

    public BuyerDocument {
        if (type == BuyerDocumentType.DNI && number.matches("[0-9]{8}-?[0-9A-K]")) {
            number = Dni.checked(number);
        }
        var formed =
                switch (type) {
                    case NONE -> number.equals("-");
                    case DNI -> number.matches("[0-9]{8}");
                    case RUC -> Ruc.isValid(number);
                    // SUNAT's limit is 15 characters without blanks (rule 2802).
                    case FOREIGNER_CARD, PASSPORT, NON_DOMICILED, DIPLOMATIC ->
                            number.matches("[A-Za-z0-9-]{1,15}");
                };
        if (!formed) {
            throw new MalformedValue(
                    type == BuyerDocumentType.RUC ? "MALFORMED_RUC" : "MALFORMED_BUYER_DOCUMENT",
                    "This is no number of a document of type " + type);
        }
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return type.name();
    }
}
