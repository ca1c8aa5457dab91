package pe.comanda.command.invoicing.standin;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What has reached the stand-in since it was opened, as much of it as is worth keeping. */
final class Journal {
    private static final int LENGTH = 1000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Clock clock;

    Journal(Clock clock) {
        this.clock = clock;
    }

    /** Newest first. */
    synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    synchronized void note(SoapExchange soap, String subject, String answer) {
        entries.addFirst(
                new JournalEntry(
                        clock.instant(),
                        soap.operation(),
                        soap.parameter("Username"),
                        subject,
                        answer));
        if (entries.size() > LENGTH) {
            var _ = entries.removeLast();
        }
    }
}
