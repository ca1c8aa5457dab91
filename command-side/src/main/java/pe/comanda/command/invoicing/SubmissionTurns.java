package pe.comanda.command.invoicing;

import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.SubmissionCircuit;
import pe.comanda.domain.invoicing.SubmissionOutcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which document reaches out now and which waits in line. Who waits costs nothing: no clock of
 * its own, no call, no fact. The line moves when its issuer is released, when a circuit closes, and
 * whenever a document before it is through.
 */
@Component
class SubmissionTurns {
    /** After so many one gives the thread back, so that other issuers and tasks get it too. */
    private static final int AT_A_STRETCH = 20;

    /** How often a line looks by itself whether its door is open: nobody should need it. */
    private static final Duration SAFETY = Duration.ofMinutes(10);

    private static final Duration NO_ROOM = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final SubmitInvoice submit;
    private final SubmissionLine line;
    private final SubmissionSlots slots;
    private final SubmissionCalls calls;
    private final IssuerPauses pauses;
    private final SunatSettings settings;
    private final Clock clock;
    private final Map<String, SubmissionCircuit> circuits = new ConcurrentHashMap<>();

    SubmissionTurns(
            SubmitInvoice submit,
            SubmissionLine line,
            SubmissionSlots slots,
            SubmissionCalls calls,
            IssuerPauses pauses,
            SunatSettings settings,
            Clock clock) {
        this.submit = submit;
        this.line = line;
        this.slots = slots;
        this.calls = calls;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    /** A document wants to reach out: now, or when it is its turn. */
    void come(Attempt attempt) {
        var of = attempt.organization();
        TenantScope.run(
                of,
                () -> {
                    if (closedUntil(of).isPresent()) {
                        join(attempt);
                        return;
                    }
                    if (slots.enter(of)) {
                        try {
                            line.leave(attempt);
                            follow(of, submit.run(attempt));
                        } finally {
                            slots.leave(of);
                        }
                    } else {
                        join(attempt);
                    }
                    var _ = letIn(of);
                });
    }

    /** The door may be open: those who wait go in, one first where SUNAT was sick. */
    void call(String organization) {
        TenantScope.run(
                organization,
                () -> {
                    var closed = closedUntil(organization);
                    if (closed.isPresent()) {
                        callAgain(organization, closed.get());
                    } else if (!letIn(organization)) {
                        callAgain(organization, clock.instant().plus(settings.paced(NO_ROOM)));
                    }
                });
    }

    /**
     * Lets in who waits, one by one. Looks again after each: who joined in the meantime found no
     * room, and nobody else might look.
     *
     * @return whether there was room for the first
     */
    private boolean letIn(String organization) {
        for (int i = 0; i < AT_A_STRETCH; i++) {
            var closed = closedUntil(organization);
            if (closed.isPresent()) {
                callAgain(organization, closed.get());
                return true;
            }
            if (!line.anyIsFree(organization, clock.instant())) {
                return true;
            }
            if (!slots.enter(organization)) {
                return i > 0;
            }
            try {
                next(organization);
            } finally {
                slots.leave(organization);
            }
        }
        if (line.anyIsFree(organization, clock.instant())) {
            calls.goOn(organization);
        }
        return true;
    }

    private void next(String organization) {
        // Longer than any call: who has not come back by then is dead.
        var lease = settings.answer().multipliedBy(3);
        line.next(organization, clock.instant(), lease)
                .ifPresent(
                        attempt -> {
                            calls.afterCrash(organization, clock.instant().plus(lease));
                            follow(organization, submit.run(attempt));
                            line.leave(attempt);
                        });
    }

    /** What came of an attempt says how the next ones will fare. */
    private void follow(String organization, Optional<SubmissionOutcome> result) {
        if (result.isEmpty()) {
            return;
        }
        var outcome = result.get();
        var before = circuits.getOrDefault(organization, SubmissionCircuit.CLOSED);
        var after = before.after(outcome.kind());
        circuits.put(organization, after);
        if (outcome.kind() == SubmissionOutcome.Kind.ISSUER_PAUSED) {
            pauses.pause(organization, outcome.code(), outcome.text(), in(PAUSE));
        } else if (after.isOpen() && !after.equals(before)) {
            pauses.rest(organization, outcome.text(), in(after.rest()));
        } else if (before.isOpen() && !after.isOpen()) {
            // The first one is through: the others follow side by side.
            for (int lane = 1; lane < slots.each(); lane++) {
                calls.plan(organization, lane, clock.instant());
            }
        }
    }

    private void join(Attempt attempt) {
        if (line.join(attempt)) {
            callAgain(
                    attempt.organization(),
                    closedUntil(attempt.organization())
                            .orElseGet(() -> clock.instant().plus(settings.paced(NO_ROOM))));
        }
    }

    private void callAgain(String organization, Instant at) {
        if (line.anyWaits(organization)) {
            var safely = in(SAFETY);
            calls.plan(organization, 0, at.isBefore(safely) ? at : safely);
        }
    }

    private Optional<Instant> closedUntil(String organization) {
        return pauses.at(organization, clock.instant());
    }

    private Instant in(Duration delay) {
        return clock.instant().plus(settings.paced(delay));
    }
}
