package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.protobuf.RuntimeVersion;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jpa.JpaTokenStore;
import org.axonframework.messaging.timeout.HandlerTimeoutConfiguration;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.command.shared.Processors;
import pe.comanda.query.shared.Views;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Axon would do differently unless it is told: each of these has hurt somebody. Tokens,
 * metadata and numbers in messages have their own test, GeneralSerializerTest.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AxonGuardsTest {
    @Autowired private ApplicationContext context;
    @Autowired private Environment settings;
    @Autowired private JdbcTemplate sql;
    @Autowired private EventProcessingConfiguration processing;

    @Test
    void progress_sagas_and_deadlines_survive_a_restart() {
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JpaTokenStore.class);
        assertThat(context.getBean(SagaStore.class)).isInstanceOf(JpaSagaStore.class);
        assertThat(context.getBean(DeadlineManager.class))
                .isInstanceOf(DbSchedulerDeadlineManager.class);
        assertThat(context.getBean(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(Configuration.class).deadlineManager())
                .isSameAs(context.getBean(DeadlineManager.class));
    }

    @Test
    void every_processor_is_pooled_and_known_by_name() throws IllegalAccessException {
        var known = new TreeSet<String>();
        for (var field :
                Stream.of(Processors.class, Views.class)
                        .flatMap(type -> Arrays.stream(type.getFields()))
                        .toList()) {
            known.add((String) field.get(null));
        }
        assertThat(new TreeSet<>(processing.eventProcessors().keySet())).isEqualTo(known);
        assertThat(processing.eventProcessors().values())
                .allSatisfy(p -> assertThat(p).isInstanceOf(PooledStreamingEventProcessor.class))
                .allSatisfy(p -> assertThat(p.isRunning()).as(p.getName()).isTrue());
    }

    @Test
    void every_processor_keeps_what_it_cannot_handle() {
        assertThat(processing.eventProcessors().keySet().stream())
                .filteredOn(name -> !name.startsWith("process-"))
                .allSatisfy(
                        name -> assertThat(processing.deadLetterQueue(name)).as(name).isPresent());
    }

    @Test
    void handlers_are_not_interrupted_by_axons_own_clock() {
        assertThat(settings.getProperty("axon.timeout.enabled", Boolean.class)).isFalse();
        assertThat(context.getBeansOfType(HandlerTimeoutConfiguration.class)).isEmpty();
    }

    @Test
    void nobody_phones_home() {
        assertThat(settings.getProperty("axon.update-check.disabled", Boolean.class)).isTrue();
        var running =
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("updatecheck"))
                        .toList();
        assertThat(running).isEmpty();
    }

    @Test
    void binary_columns_are_bytea_and_nothing_is_a_large_object() {
        var binary =
                sql
                        .queryForList(
                                """
                                select table_name || '.' || column_name as place, data_type from information_schema.columns
                                where table_schema = 'public' and (table_name, column_name) in (
                                    ('token_entry', 'token'), ('saga_entry', 'serialized_saga'),
                                    ('dead_letter_entry', 'payload'), ('dead_letter_entry', 'diagnostics'))
                                """)
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get("place"), row -> row.get("data_type")));
        assertThat(binary).hasSize(4).allSatisfy((_, type) -> assertThat(type).isEqualTo("bytea"));
        assertThat(sql.queryForObject("select count(*) from pg_largeobject_metadata", Long.class))
                .isZero();
    }

    @Test
    void the_log_is_numbered_one_by_one() {
        assertThat(
                        sql.queryForObject(
                                """
                                select increment_by = 1 and cache_size = 1 from pg_sequences
                                where sequencename = 'domain_event_position'
                                """,
                                Boolean.class))
                .isTrue();
    }

    @Test
    void a_node_that_has_lost_axon_server_is_not_ready() {
        var connections = mock(AxonServerConnectionManager.class);
        var health = new AxonServerHealth(connections);
        when(connections.connections()).thenReturn(Map.of("default", true));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        when(connections.connections()).thenReturn(Map.of("default", false));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(settings.getProperty("management.endpoint.health.group.readiness.include"))
                .contains("axonServer", "db", "readinessState");
    }

    @Test
    void the_connector_finds_the_protobuf_that_it_was_made_for() {
        assertThat(RuntimeVersion.OSS_MAJOR).isGreaterThanOrEqualTo(4);
    }
}
