package pe.comanda.domain.invoicing;

/**
 * What went over the line in an attempt.
 *
 * @param sha256 of the file that was sent, hexadecimal; empty where the attempt only asked
 * @param httpStatus of the answer; 0 where none came
 */
public record Exchange(String sha256, int httpStatus) {}
