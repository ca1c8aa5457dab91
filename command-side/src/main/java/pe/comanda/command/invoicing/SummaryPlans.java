package pe.comanda.command.invoicing;

import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Plans for files about documents, as rows of db-scheduler in the transaction at hand. */
@Component
class SummaryPlans {
    static final TaskDescriptor<Collect> COLLECT =
            TaskDescriptor.of("collect-summary", Collect.class);
    static final TaskDescriptor<Run> RUN = TaskDescriptor.of("run-summary", Run.class);

    /** What is asked for within this time goes in one file. */
    private static final Duration GATHERING = Duration.ofSeconds(20);

    private final TaskPlanner tasks;
    private final SunatSettings settings;
    private final Clock clock;

    SummaryPlans(TaskPlanner tasks, SunatSettings settings, Clock clock) {
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Puts what waits into files: of one organization, kind and issue date. */
    record Collect(String organization, String kind, String referenceDate) implements Serializable {
        SummaryKind kindOf() {
            return SummaryKind.valueOf(kind);
        }

        LocalDate date() {
            return LocalDate.parse(referenceDate);
        }
    }

    /** Brings a file on its way. */
    record Run(String summary, String organization) implements Serializable {
        SummaryId id() {
            return new SummaryId(summary);
        }
    }

    void collect(String organization, SummaryKind kind, LocalDate referenceDate) {
        var data = new Collect(organization, kind.name(), referenceDate.toString());
        tasks.plan(
                COLLECT.instance(organization + "/" + kind + "/" + referenceDate)
                        .data(data)
                        .build(),
                clock.instant().plus(settings.paced(GATHERING)),
                ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    void run(SummaryId summary, String organization) {
        tasks.plan(
                RUN.instance(summary.value()).data(new Run(summary.value(), organization)).build(),
                clock.instant(),
                ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }
}
