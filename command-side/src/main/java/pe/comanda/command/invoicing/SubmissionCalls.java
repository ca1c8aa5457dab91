package pe.comanda.command.invoicing;

import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Plans when an issuer's line is called, in the transaction at hand. */
@Component
class SubmissionCalls {
    static final TaskDescriptor<String> CALL = TaskDescriptor.of("call-line", String.class);

    private final TaskPlanner tasks;
    private final Clock clock;
    private final AtomicLong on = new AtomicLong();

    SubmissionCalls(TaskPlanner tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What kept the issuer's documents waiting is over. */
    void now(String organization) {
        plan(organization, 0, clock.instant());
    }

    /**
     * Has another thread go on where one leaves off, at once. Never taken for a call that others
     * have planned: as many go side by side as did before.
     */
    void goOn(String organization) {
        var now = clock.instant();
        tasks.plan(
                CALL.instance(organization + "/" + now.toEpochMilli() + "-" + on.incrementAndGet())
                        .data(organization)
                        .build(),
                now,
                ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Where whoever has taken a place dies, the next call finds it free again. */
    void afterCrash(String organization, Instant free) {
        plan(organization, 0, Instant.ofEpochSecond((free.getEpochSecond() / 10 + 1) * 10));
    }

    /**
     * A call for the same second is planned once; none is ever moved, so that nobody has to wait
     * for another's transaction, and no call is lost to one that runs already.
     *
     * @param lane tells calls apart that are to run side by side
     */
    void plan(String organization, int lane, Instant at) {
        var second = at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        tasks.plan(
                CALL.instance(organization + "/" + lane + "@" + second.getEpochSecond())
                        .data(organization)
                        .build(),
                second,
                ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }
}
