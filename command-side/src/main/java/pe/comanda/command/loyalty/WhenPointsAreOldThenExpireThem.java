package pe.comanda.command.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.NOTHING_EXPIRES;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.loyalty.AgeingPoints.Due;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.loyalty.LoyaltyCommand.ExpirePoints;

import java.time.Clock;
import java.time.Instant;

/**
 * Looks every hour for points that nobody spent in their time. Whatever is asked of an account lets
 * go what is too old first, so nothing depends on how soon this looks. Where it is killed between
 * the command and the note that it was sent, it asks again, and finds nothing left to expire.
 */
@Component
class WhenPointsAreOldThenExpireThem {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPointsAreOldThenExpireThem.class);

    private final AgeingPoints points;
    private final OwnCommands commands;
    private final Clock clock;

    WhenPointsAreOldThenExpireThem(AgeingPoints points, OwnCommands commands, Clock clock) {
        this.points = points;
        this.commands = commands;
        this.clock = clock;
    }

    void look() {
        TenantScope.run(
                TenantScope.ALL,
                () -> {
                    var now = clock.instant();
                    for (var due = points.at(now); !due.isEmpty(); due = points.at(now)) {
                        due.forEach(account -> expire(account, now));
                    }
                });
    }

    private void expire(Due due, Instant now) {
        commands.send(new ExpirePoints(due.account(), now), due.owner(), "expiry-" + due.account())
                .filter(refusal -> !refusal.code().equals(NOTHING_EXPIRES.name()))
                .ifPresent(
                        refusal -> LOG.warn("{} is left alone: {}", due.account(), refusal.code()));
        points.lookedAt(due.account(), now);
    }
}
