package pe.comanda.command.invoicing.standin;

import pe.comanda.domain.invoicing.DocumentKey;

import java.util.List;
import java.util.Optional;

/** The stand-in's memory: what it has judged, and what is to go wrong. */
public interface StandInRegistry {

    Optional<StandInDocument> find(DocumentKey key);

    /** False where the number is taken; then nothing changes. */
    boolean register(StandInDocument document);

    /** Newest first. */
    List<StandInDocument> latest(int limit);

    void arm(ArmedFault fault);

    /** The oldest fault that meets this document, used up by one. */
    Optional<ArmedFault> takeFault(DocumentKey key);

    List<ArmedFault> armed();

    void disarm();
}
