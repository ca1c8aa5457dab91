package pe.comanda.command.invoicing;

import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Plans as rows of db-scheduler, in the transaction at hand. */
@Component
class ScheduledSubmissions implements Submissions {
    static final TaskDescriptor<Attempt> BUILD = TaskDescriptor.of("build-invoice", Attempt.class);
    static final TaskDescriptor<Attempt> SUBMIT =
            TaskDescriptor.of("submit-invoice", Attempt.class);

    private final TaskPlanner tasks;
    private final IssuerPauses pauses;
    private final SunatSettings settings;
    private final Clock clock;

    ScheduledSubmissions(
            TaskPlanner tasks, IssuerPauses pauses, SunatSettings settings, Clock clock) {
        this.tasks = tasks;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void build(Of document) {
        plan(BUILD, Attempt.toBuild(document), clock.instant());
    }

    @Override
    public void attempt(
            Of document,
            int attempt,
            AttemptKind kind,
            Earlier earlier,
            Instant now,
            Duration delay) {
        plan(
                SUBMIT,
                Attempt.of(document, attempt, kind.name(), earlier),
                now.plus(settings.paced(delay)));
    }

    @Override
    public void pauseIssuer(Of document, String code, String text, Instant now, Duration delay) {
        pauses.pause(document.owner().organization(), code, text, now.plus(settings.paced(delay)));
    }

    private void plan(TaskDescriptor<Attempt> task, Attempt attempt, Instant at) {
        var instance = task.instance(attempt.task()).data(attempt).build();
        // A document that is taken up again by hand does not wait for what was planned before.
        tasks.plan(instance, at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }
}
