package pe.comanda.command.invoicing;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What is due is taken up when it is committed: neither a poll later, nor before it is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskPlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final ScheduleOptions OPTIONS = ScheduleOptions.WHEN_EXISTS_DO_NOTHING;

    private final Scheduler scheduler = mock(Scheduler.class);
    private final TaskInstance<String> task = new TaskInstance<>("call-line", "1", "org-1");
    private TaskPlanner planner;

    @BeforeEach
    void open() {
        @SuppressWarnings("unchecked")
        ObjectProvider<Scheduler> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(scheduler);
        planner = new TaskPlanner(provider, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void outside() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void what_is_due_is_taken_up_once_it_is_committed_and_not_before() {
        TransactionSynchronizationManager.initSynchronization();
        planner.plan(task, NOW, OPTIONS);
        var _ = verify(scheduler).schedule(task, NOW, OPTIONS);
        verify(scheduler, never()).triggerCheckForDueExecutions();
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(TransactionSynchronization::afterCommit);
        verify(scheduler).triggerCheckForDueExecutions();
    }

    @Test
    void what_is_rolled_back_wakes_nobody() {
        TransactionSynchronizationManager.initSynchronization();
        planner.plan(task, NOW, OPTIONS);
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(it -> it.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
        verify(scheduler, never()).triggerCheckForDueExecutions();
    }

    @Test
    void outside_a_transaction_it_is_taken_up_at_once() {
        planner.plan(task, NOW, OPTIONS);
        verify(scheduler).triggerCheckForDueExecutions();
    }

    @Test
    void what_is_due_later_is_left_to_the_poll() {
        planner.plan(task, NOW.plusMillis(1), OPTIONS);
        verify(scheduler, never()).triggerCheckForDueExecutions();
    }
}
