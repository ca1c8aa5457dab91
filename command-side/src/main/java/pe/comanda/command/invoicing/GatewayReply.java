package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.GatewayAnswer;

/**
 * An answer with what belongs into the file of the document.
 *
 * @param cdrZip SUNAT's signed word, byte for byte as it came, or null
 * @param httpStatus 0 where there was no HTTP answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record GatewayReply(
        GatewayAnswer answer, byte @Nullable [] cdrZip, int httpStatus, long millis) {}
