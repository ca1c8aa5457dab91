package pe.comanda.domain.shared;

/**
 * Keeps secrets at rest: private keys, certificates, passwords of others' services. What is sealed
 * opens only with the same purpose, so a value cannot be moved to another place unnoticed.
 */
public interface Vault {

    /**
     * @param purpose what the secret is and whose: {@code signing-key:2026-01}
     */
    byte[] seal(byte[] secret, String purpose);

    /** Refuses what was changed, or sealed under another key or for another purpose. */
    byte[] open(byte[] sealed, String purpose);
}
