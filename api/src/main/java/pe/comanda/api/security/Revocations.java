package pe.comanda.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.api.shared.TimeOrderedId;
import pe.comanda.domain.access.TenantScope;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Which sessions are over although their tokens have not expired. Kept in memory for as long as a
 * token can live, written down for restarts and for the other nodes, which look every second.
 */
@Component
class Revocations implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private final JdbcTemplate sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean alone;
    private final Cache<String, Boolean> seen = remembering();
    private final Cache<String, Boolean> sessions = remembering();
    private volatile @Nullable ScheduledExecutorService watch;

    Revocations(
            JdbcTemplate sql,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
        this.alone = eventStore.equals("postgres");
    }

    private static Cache<String, Boolean> remembering() {
        return Caffeine.newBuilder().expireAfterWrite(SigningKeys.LONGEST_TOKEN).build();
    }

    boolean isOver(String session) {
        return sessions.getIfPresent(session) != null;
    }

    void endSession(String organization, String session, String because) {
        publish(new SessionsRevoked(organization, null, session, because));
    }

    /** The sockets of the person; their refresh families are ended one by one. */
    void endAllOf(String organization, String staff, String because) {
        publish(new SessionsRevoked(organization, staff, null, because));
    }

    /** The sockets of everybody in it; tokens are refused while it is suspended. */
    void suspend(String organization) {
        publish(new SessionsRevoked(organization, null, null, "organization suspended"));
    }

    private void publish(SessionsRevoked revoked) {
        var id = TimeOrderedId.at(clock.millis());
        seen.put(id, true);
        TenantScope.run(
                revoked.organization(),
                () ->
                        sql.update(
                                """
                                insert into session_revocation (id, organization_id, staff_id, session_id, because, at)
                                values (?, ?, ?, ?, ?, ?)
                                """,
                                id,
                                revoked.organization(),
                                revoked.staff(),
                                revoked.session(),
                                revoked.because(),
                                Timestamp.from(clock.instant())));
        tell(revoked);
    }

    private void tell(SessionsRevoked revoked) {
        if (revoked.session() != null) {
            sessions.put(revoked.session(), true);
        }
        events.publishEvent(revoked);
    }

    private void look(Duration back) {
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        sql.query(
                                """
                                select id, organization_id, staff_id, session_id, because
                                from session_revocation where at > ? order by at
                                """,
                                row -> {
                                    if (seen.asMap().putIfAbsent(row.getString(1), true) == null) {
                                        tell(
                                                new SessionsRevoked(
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getString(4),
                                                        row.getString(5)));
                                    }
                                },
                                Timestamp.from(clock.instant().minus(back))));
    }

    private void tidy() {
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        sql.update(
                                "delete from session_revocation where at < ?",
                                Timestamp.from(clock.instant().minus(SigningKeys.LONGEST_TOKEN))));
    }

    @Override
    public void start() {
        tidy();
        look(SigningKeys.LONGEST_TOKEN);
        var executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("revocations").daemon().factory());
        if (!alone) {
            var _ =
                    executor.scheduleWithFixedDelay(
                            () -> quietly(() -> look(Duration.ofSeconds(30))),
                            1,
                            1,
                            TimeUnit.SECONDS);
        }
        var _ = executor.scheduleWithFixedDelay(() -> quietly(this::tidy), 1, 1, TimeUnit.HOURS);
        watch = executor;
    }

    /** The database may be away for a moment; the next look makes up for it. */
    private static void quietly(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("Revocations could not be read: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        var executor = watch;
        if (executor != null) {
            executor.shutdownNow();
        }
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
