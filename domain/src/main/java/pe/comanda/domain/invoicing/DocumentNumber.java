package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.MalformedValue;

/**
 * Series and number, 1 to 99,999,999: {@code F001-4}. Together with the issuer and the type it
 * names a document.
 */
public record DocumentNumber(Series series, int number) {
    public static final int LAST = 99_999_999;

    public DocumentNumber {
        if (number < 1 || number > LAST) {
            throw new MalformedValue(
                    "DOCUMENT_NUMBER_OUT_OF_RANGE", "A document's number is 1 to 99,999,999.");
        }
    }

    public static DocumentNumber of(String series, int number) {
        return new DocumentNumber(new Series(series), number);
    }

    @Override
    public String toString() {
        return series + "-" + number;
    }
}
