package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * Who a document is made out to, in clear: travels in commands and stands in the XML, never in an
 * event.
 *
 * @param name 3 to 1500 characters in one line, as SUNAT wants it
 * @param address may be empty
 */
public record Buyer(BuyerDocument document, String name, String address) {
    public static final Buyer ANONYMOUS = new Buyer(BuyerDocument.NONE, "CLIENTES VARIOS", "");

    public Buyer {
        name = oneLine(name);
        address = oneLine(address);
        if (name.length() < 3 || name.length() > 1500) {
            throw new MalformedValue(
                    "MALFORMED_BUYER_NAME", "A buyer's name has 3 to 1500 characters.");
        }
        if (address.length() > 200) {
            throw new MalformedValue(
                    "MALFORMED_BUYER_ADDRESS", "A buyer's address has at most 200 characters.");
        }
    }

    public boolean isIdentified() {
        return document.type() != BuyerDocumentType.NONE;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "Buyer[" + document + "]";
    }
}
