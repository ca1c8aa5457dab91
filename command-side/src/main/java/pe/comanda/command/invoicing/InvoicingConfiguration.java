package pe.comanda.command.invoicing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** The tasks that bring documents to SUNAT. */
@Configuration(proxyBeanMethods = false)
class InvoicingConfiguration {
    private static final int BUILDS_UNTIL_PARKED = 5;
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(15);

    /** What a defect stops is tried again, then shown to a human instead of tried for ever. */
    @Bean
    Task<Attempt> buildInvoice(ObjectProvider<SubmitInvoice> submit) {
        return Tasks.oneTime(ScheduledSubmissions.BUILD)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
                .onDeadExecutionRevive()
                .execute(
                        (instance, context) -> {
                            if (failures(context.getExecution()) >= BUILDS_UNTIL_PARKED) {
                                submit.getObject()
                                        .cannotBeBuilt(instance.getData(), "INTERNAL_ERROR");
                            } else {
                                submit.getObject().build(instance.getData());
                            }
                        });
    }

    /** Tried again where it breaks: what was begun is then known to have been interrupted. */
    @Bean
    Task<Attempt> submitInvoice(ObjectProvider<SubmissionTurns> turns) {
        return Tasks.oneTime(ScheduledSubmissions.SUBMIT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
                .onDeadExecutionRevive()
                .execute((instance, _) -> turns.getObject().come(instance.getData()));
    }

    /** Lets an issuer's documents in that wait their turn. */
    @Bean
    Task<String> callLine(ObjectProvider<SubmissionTurns> turns) {
        return Tasks.oneTime(SubmissionCalls.CALL)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
                .onDeadExecutionRevive()
                .execute((instance, _) -> turns.getObject().call(instance.getData()));
    }

    /** Gathers what waits for a file, until nothing does. */
    @Bean
    Task<SummaryPlans.Collect> collectSummary(ObjectProvider<SummaryCollector> collector) {
        return Tasks.oneTime(SummaryPlans.COLLECT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
                .onDeadExecutionRevive()
                .execute((instance, _) -> collector.getObject().collect(instance.getData()));
    }

    /** Brings a file on its way, step by step, each from where the last one ended. */
    @Bean
    Task<SummaryPlans.Run> runSummary(ObjectProvider<SummaryRunner> runner) {
        return Tasks.custom(SummaryPlans.RUN)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DEFECT))
                .onDeadExecutionRevive()
                .execute(
                        (instance, _) ->
                                runner.getObject()
                                        .run(instance.getData())
                                        .<CompletionHandler<SummaryPlans.Run>>map(
                                                until ->
                                                        (complete, operations) ->
                                                                operations.reschedule(
                                                                        complete, until))
                                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static int failures(Execution execution) {
        return execution.consecutiveFailures;
    }
}
