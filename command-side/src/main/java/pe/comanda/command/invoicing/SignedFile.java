package pe.comanda.command.invoicing;

import pe.comanda.domain.invoicing.DocumentKey;

/**
 * A document as it goes out: signed once, sent as often as it takes, always these bytes.
 *
 * @param digest {@code ds:DigestValue}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record SignedFile(DocumentKey key, byte[] xml, String digest) {}
