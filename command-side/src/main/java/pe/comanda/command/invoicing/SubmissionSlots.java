package pe.comanda.command.invoicing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many documents reach out at once: a few by issuer, so that none crowds out the others, and
 * fewer in all than there are threads for tasks, so that a SUNAT that does not answer stops neither
 * building nor mailing.
 */
@Component
class SubmissionSlots {
    /** Of the ten threads of db-scheduler. */
    private static final int IN_ALL = 6;

    private final int each;
    private final Semaphore all = new Semaphore(IN_ALL);
    private final Map<String, Semaphore> issuers = new ConcurrentHashMap<>();

    /**
     * @param each how many documents of one issuer may be on their way at once
     */
    SubmissionSlots(@Value("${comanda.sunat-in-flight:4}") int each) {
        this.each = each;
    }

    int each() {
        return each;
    }

    /** Whether there is room; who entered leaves again. */
    boolean enter(String organization) {
        if (!all.tryAcquire()) {
            return false;
        }
        if (issuer(organization).tryAcquire()) {
            return true;
        }
        all.release();
        return false;
    }

    void leave(String organization) {
        issuer(organization).release();
        all.release();
    }

    private Semaphore issuer(String organization) {
        return issuers.computeIfAbsent(organization, _ -> new Semaphore(each));
    }
}
