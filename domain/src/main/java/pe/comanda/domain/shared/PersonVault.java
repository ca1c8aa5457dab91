package pe.comanda.domain.shared;

import java.util.Optional;

/**
 * Seals what is known of a person under a key of their own, so that history can hold it and still
 * forget it: once the key is destroyed, nobody reads what was sealed with it.
 */
public interface PersonVault {

    /**
     * Seals a text; the first for a person makes their key, in the transaction at hand.
     *
     * @param person id of the person, or of what holds the only data about them
     */
    Sealed seal(String organization, String person, String text);

    /** The text again; empty where the person was forgotten. */
    Optional<String> open(String organization, Sealed sealed);

    /** Destroys the person's key. What was sealed with it is lost for good. */
    void forget(String organization, String person);
}
