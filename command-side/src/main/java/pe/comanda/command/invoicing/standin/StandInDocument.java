package pe.comanda.command.invoicing.standin;

import pe.comanda.domain.invoicing.DocumentKey;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the stand-in keeps of a document that it has judged.
 *
 * @param accepted false where it was rejected, which burns the number
 * @param code of the CDR
 * @param total payable amount, as written
 * @param sha256 of the XML, hexadecimal; empty where a daily summary told of it
 * @param issuedOn issue date as written
 * @param onCredit whether it is to be paid in instalments
 * @param cdr the answer, as a ZIP
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record StandInDocument(
        DocumentKey key,
        boolean accepted,
        String code,
        String description,
        String total,
        String sha256,
        Instant receivedAt,
        LocalDate issuedOn,
        boolean onCredit,
        boolean voided,
        byte[] cdr) {

    StandInDocument asVoided() {
        return new StandInDocument(
                key,
                accepted,
                code,
                description,
                total,
                sha256,
                receivedAt,
                issuedOn,
                onCredit,
                true,
                cdr);
    }
}
