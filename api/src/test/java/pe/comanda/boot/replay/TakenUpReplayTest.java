package pe.comanda.boot.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A replay that a view's own reader is at, and would need long for, goes on straight. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TakenUpReplayTest {
    private static final String VIEW = "view-menu";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired private EventProcessingConfiguration processing;
    @Autowired private JdbcTemplate sql;
    @Autowired private ObjectProvider<Configuration> axon;
    @Autowired private ObjectProvider<EventUpcaster> upcasters;
    @Autowired private Environment settings;

    @Autowired
    @Qualifier("eventSerializer")
    private Serializer serializer;

    private StraightReplays straight;
    private StreamingEventProcessor view;

    @BeforeEach
    void replays_in_stretches_of_twenty() {
        var log = new StraightLog(sql, serializer, axon, upcasters, 20);
        straight =
                new StraightReplays(
                        processing,
                        new StaticListableBeanFactory(Map.of("log", log))
                                .getBeanProvider(StraightLog.class));
        straight.start();
        view = processing.eventProcessor(VIEW, StreamingEventProcessor.class).orElseThrow();
        await().atMost(SOON).until(() -> !isReplaying());
    }

    @AfterEach
    void its_own_reader_reads_again() {
        await().atMost(SOON).until(() -> !straight.isUnderWay(VIEW));
        await().atMost(SOON).until(view::isRunning);
        straight.stop();
    }

    @Test
    void it_is_taken_up_where_it_stands_and_the_view_is_the_same() throws Exception {
        var before = dishes();
        assertThat(before).isNotEmpty();
        Thread taking;
        try (var held = startedOverAndHeld()) {
            taking = Thread.ofPlatform().start(() -> straight.goOn(VIEW));
            await().atMost(SOON).until(() -> straight.isUnderWay(VIEW));
            held.rollback();
        }
        taking.join();
        await().atMost(SOON).until(() -> !straight.isUnderWay(VIEW) && !isReplaying());

        assertThat(dishes()).isEqualTo(before);
    }

    @Test
    void one_that_is_nearly_over_is_left_to_it() {
        straight.goOn(VIEW);

        assertThat(straight.isUnderWay(VIEW)).isFalse();
        assertThat(view.isRunning()).isTrue();
    }

    /** As Axon does it. Its reader comes no farther than to the table, which is locked. */
    private Connection startedOverAndHeld() throws Exception {
        view.shutDown();
        TenantScope.run(
                TenantScope.ALL, () -> view.resetTokens(StreamableMessageSource::createTailToken));
        var owner =
                new DriverManagerDataSource(
                                settings.getRequiredProperty("spring.datasource.url"),
                                settings.getRequiredProperty("spring.flyway.user"),
                                settings.getRequiredProperty("spring.flyway.password"))
                        .getConnection();
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("lock table menu_dish in access exclusive mode");
        }
        view.start();
        await().atMost(SOON).until(this::isReplaying);
        return owner;
    }

    private boolean isReplaying() {
        return view.processingStatus().values().stream().anyMatch(EventTrackerStatus::isReplaying);
    }

    private List<String> dishes() throws Exception {
        return TenantScope.call(
                TenantScope.ALL,
                () ->
                        sql.queryForList(
                                "select to_jsonb(d)::text from menu_dish d where organization_id = 'org-demo' order by 1",
                                String.class));
    }
}
