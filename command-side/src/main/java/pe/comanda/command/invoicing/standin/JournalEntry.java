package pe.comanda.command.invoicing.standin;

import java.time.Instant;

/**
 * One request that reached the stand-in.
 *
 * @param subject the file or the document it was about
 * @param answer what was said, or which fault was played
 */
public record JournalEntry(
        Instant at, String operation, String login, String subject, String answer) {}
