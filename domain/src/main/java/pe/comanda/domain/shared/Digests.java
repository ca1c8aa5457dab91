package pe.comanda.domain.shared;

/**
 * Keyed digests of what is personal: always the same for the same organization and text, so that an
 * exact value is found and kept unique without being readable. Without the key nobody can try all
 * nine-digit numbers.
 */
public interface Digests {
    String of(String organization, String text);
}
