package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.story.Newcomers.Tenant;

import java.util.ArrayList;
import java.util.Map;

/**
 * What a command stores is one transaction: its events share a commit with those of others only
 * where there is nothing besides.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneTransactionTest {
    private static final IllegalStateException LATER = new IllegalStateException("Later failure");

    @Autowired private EventStore events;
    @Autowired private EventStorageEngine storage;
    @Autowired private JdbcClient sql;
    @Autowired private TransactionManager transactions;
    @LocalServerPort private int port;
    private Tenant house;
    private StockItemId item;
    private UnitOfWork<CommandMessage<?>> command;

    @BeforeEach
    void a_command_in_its_unit_of_work() {
        house = new Newcomers(new Http("http://localhost:" + port, "")).signUp();
        item = Larder.newItem();
        command =
                DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("Something"));
        command.attachTransaction(transactions);
    }

    @AfterEach
    void none_is_left_open() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PREPARE_COMMIT", "COMMIT"})
    void a_statement_after_the_events_were_stored_is_refused(Phase phase) {
        publish(0);
        if (phase == Phase.COMMIT) {
            command.onCommit(_ -> rows());
        } else {
            command.onPrepareCommit(_ -> rows());
        }

        assertThatThrownBy(this::commit).hasStackTraceContaining("same transaction");
        assertThat(rows()).as("they are there: which is why").isOne();
    }

    @Test
    void further_events_after_the_events_were_stored_are_refused() {
        storage.appendEvents(registered(0));

        assertThatThrownBy(() -> storage.appendEvents(registered(1)))
                .hasMessageContaining("on disk already");
    }

    @Test
    void what_follows_the_commit_may_read() {
        var read = new ArrayList<Integer>();
        publish(0);
        command.afterCommit(_ -> read.add(rows()));
        commit();

        assertThat(read).containsExactly(1);
    }

    @Test
    void where_a_statement_came_first_its_failure_takes_the_events_along() {
        assertThat(rows()).isZero();
        publish(0);
        command.onCommit(
                _ -> {
                    assertThat(rows()).as("in its own transaction").isOne();
                    throw LATER;
                });

        assertThatThrownBy(this::commit).isSameAs(LATER);
        assertThat(rows()).isZero();
    }

    /** What is stored a moment later could be lost, and no blow is quick enough to show it. */
    @Test
    void what_is_answered_is_stored_by_then() {
        var larder = new Larder(house);
        var waste = larder.items() + "/" + larder.register("Limón") + "/waste";
        for (int i = 0; i < 20; i++) {
            var answer =
                    house.asAdmin()
                            .exchange(
                                    "POST",
                                    waste,
                                    "{\"quantity\":\"0.1\",\"reason\":\"Se cayó\"}",
                                    Map.of())
                            .mustBe(200);
            assertThat(stored(answer)).isTrue();
        }
    }

    private boolean stored(Http.Answer answer) {
        return sql.sql("select exists (select from domain_event where global_index = ?)")
                .param(Long.valueOf(answer.position()))
                .query(Boolean.class)
                .single();
    }

    private void commit() {
        TenantScope.run(house.organization(), command::commit);
    }

    private void publish(int sequence) {
        events.publish(registered(sequence));
    }

    private DomainEventMessage<?> registered(int sequence) {
        return new Larder(house).event(item, sequence, Larder.registered(item));
    }

    private int rows() {
        return sql.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(item.value())
                .query(Integer.class)
                .single();
    }
}
