package pe.comanda.command.invoicing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.Instant;

/**
 * Plans tasks in the transaction at hand. What is due already is taken up as soon as that commits;
 * the scheduler's poll is for what is due later, and for what another process has planned.
 */
@Component
class TaskPlanner {
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    TaskPlanner(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    <T> void plan(TaskInstance<T> task, Instant at, ScheduleOptions options) {
        var planner = scheduler.getObject();
        var _ = planner.schedule(task, at, options);
        if (!at.isAfter(clock.instant())) {
            onceCommitted(planner::triggerCheckForDueExecutions);
        }
    }

    /** Before that, whoever looks would not see the row. */
    private static void onceCommitted(Runnable look) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        look.run();
                    }
                });
    }
}
