package pe.comanda.command.floor;

import static pe.comanda.domain.floor.FloorRule.SESSION_HAS_OPEN_ORDERS;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.floor.OverdueSessions.Overdue;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.floor.TableSessionCommand.ExpireSession;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks every few seconds for sessions whose time is over. A session itself refuses to be approved
 * late, so nothing depends on how soon this looks; and a table is freed only by the session that
 * sits at it.
 */
@Component
class WhenSessionsAreOverdueThenExpireThem {
    private static final Logger LOG =
            LoggerFactory.getLogger(WhenSessionsAreOverdueThenExpireThem.class);
    static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

    private final OverdueSessions sessions;
    private final OwnCommands commands;
    private final Clock clock;

    WhenSessionsAreOverdueThenExpireThem(
            OverdueSessions sessions, OwnCommands commands, Clock clock) {
        this.sessions = sessions;
        this.commands = commands;
        this.clock = clock;
    }

    void look() {
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    var now = clock.instant();
                    for (var overdue : sessions.at(now)) {
                        expire(overdue, now);
                    }
                });
    }

    private void expire(Overdue overdue, Instant now) {
        var session = overdue.session();
        var refusal =
                commands.send(
                        new ExpireSession(session, now), overdue.owner(), "overdue-" + session);
        if (refusal.isEmpty()) {
            return;
        }
        if (refusal.get().code().equals(SESSION_HAS_OPEN_ORDERS.name())) {
            sessions.postpone(session, now.plus(LOOK_AGAIN));
        } else {
            LOG.debug("{} is no longer watched: {}", session, refusal.get().code());
            sessions.forget(session);
        }
    }
}
