package pe.comanda.command.invoicing.standin;

import java.time.Instant;

/**
 * What the stand-in keeps of a file about documents: its answer, told once it has been asked for
 * often enough.
 *
 * @param name without RUC: {@code RA-20261122-1}
 * @param status {@code 0} done, {@code 99} refused
 * @param polls how often {@code 98} is still said
 * @param cdr the answer, as a ZIP
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only stored
public record StandInTicket(
        String ticket,
        String ruc,
        String name,
        String status,
        int polls,
        Instant receivedAt,
        byte[] cdr) {
    /** A ticket that is never worked off. */
    static final int STUCK = Integer.MAX_VALUE;

    StandInTicket askedOnce() {
        return new StandInTicket(
                ticket,
                ruc,
                name,
                status,
                polls == STUCK ? STUCK : Math.max(0, polls - 1),
                receivedAt,
                cdr);
    }
}
