package pe.comanda.command.invoicing;

import org.springframework.stereotype.Component;

import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.SummaryCommand.IssueSummary;
import pe.comanda.domain.invoicing.SummaryId;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Has a file made of what waits for one. What waits after that waits for the next. */
@Component
class SummaryCollector {
    private final OwnCommands commands;
    private final SummaryWishes wishes;
    private final Clock clock;

    SummaryCollector(OwnCommands commands, SummaryWishes wishes, Clock clock) {
        this.commands = commands;
        this.wishes = wishes;
        this.clock = clock;
    }

    void collect(SummaryPlans.Collect plan) {
        TenantScope.run(
                plan.organization(),
                () -> {
                    while (wishes.anyWaits(plan.organization(), plan.kindOf(), plan.date())) {
                        issue(plan);
                    }
                });
    }

    private void issue(SummaryPlans.Collect plan) {
        var made = plan + "@" + clock.instant();
        var summary =
                new SummaryId(
                        "summary-" + UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)));
        commands.send(
                        new IssueSummary(summary, plan.kindOf(), plan.date(), clock.instant()),
                        new Owner(plan.organization(), null),
                        summary.value())
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException(
                                    "No file for " + plan + ": " + refusal.code());
                        });
    }
}
