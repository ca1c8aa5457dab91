package pe.comanda.domain.shared;

import java.time.Duration;

/** How far the readers of the event log (projections, lookups, sagas) of this process have got. */
public interface LogReaders {

    /**
     * Whether the reader has handled the event at this position, or skipped it because it is none
     * of its business.
     */
    boolean hasRead(String reader, long position);

    /**
     * Waits until it has; false where it did not within the limit, or where the reader does not run
     * here.
     */
    boolean await(String reader, long position, Duration limit);
}
