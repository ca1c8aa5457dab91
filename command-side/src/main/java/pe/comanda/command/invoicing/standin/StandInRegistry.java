package pe.comanda.command.invoicing.standin;

import pe.comanda.domain.invoicing.DocumentKey;

import java.util.List;
import java.util.Optional;

/** The stand-in's memory: what it has judged, and what is to go wrong. */
public interface StandInRegistry {

    Optional<StandInDocument> find(DocumentKey key);

    /** False where the number is taken; then nothing changes. */
    boolean register(StandInDocument document);

    /** Marks a document as voided. */
    void voidDocument(DocumentKey key);

    boolean hasFile(String ruc, String name);

    /** False where a file of this name was kept before; then nothing changes. */
    boolean keep(StandInTicket ticket);

    /** The ticket as it stands, which is asked for once more by this. */
    Optional<StandInTicket> poll(String ticket);

    /** Newest first. */
    List<StandInDocument> latest(int limit);

    void arm(ArmedFault fault);

    /**
     * The oldest fault that meets this document or file, used up by one.
     *
     * @param series of a file {@code RA} or {@code RC}
     */
    Optional<ArmedFault> takeFault(String ruc, String series, int number);

    default Optional<ArmedFault> takeFault(DocumentKey key) {
        return takeFault(key.ruc().value(), key.number().series().value(), key.number().number());
    }

    List<ArmedFault> armed();

    /**
     * @param ruc whose faults; empty for all
     */
    void disarm(String ruc);
}
