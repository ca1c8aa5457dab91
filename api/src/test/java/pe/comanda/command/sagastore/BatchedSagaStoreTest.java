package pe.comanda.command.sagastore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** On real tables, with a saga type of its own. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchedSagaStoreTest {
    @Autowired private SagaStore<Object> store;
    @Autowired private TransactionManager transactions;
    @Autowired private JdbcTemplate sql;

    static final class Journey {
        @JsonProperty private String to = "";

        static Journey to(String place) {
            var journey = new Journey();
            journey.to = place;
            return journey;
        }
    }

    record Moved(String traveller) {}

    private static final List<String> TRAVELLERS = List.of("ana", "beto", "carla");

    @BeforeEach
    void two_are_on_their_way() {
        sql.update("delete from saga_entry where saga_id like 'journey-%'");
        sql.update("delete from association_value_entry where saga_id like 'journey-%'");
        transactions.executeInTransaction(
                () -> {
                    for (var who : List.of("ana", "beto")) {
                        store.insertSaga(
                                Journey.class,
                                "journey-" + who,
                                Journey.to("Lima of " + who),
                                Set.of(of(who), new AssociationValue("ticket", "a=b/" + who)));
                    }
                });
    }

    @Test
    void a_batch_finds_the_sagas_of_all_its_events_with_all_that_they_are_associated_with() {
        var found = new HashMap<String, Set<String>>();
        var loaded = new HashMap<String, SagaStore.Entry<Journey>>();

        batch(
                TRAVELLERS,
                who -> {
                    found.put(who, store.findSagas(Journey.class, of(who)));
                    for (var id : found.get(who)) {
                        loaded.put(who, Objects.requireNonNull(store.loadSaga(Journey.class, id)));
                    }
                });

        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ana", Set.of("journey-ana"),
                                "beto", Set.of("journey-beto"),
                                "carla", Set.of()));
        assertThat(loaded.get("beto").saga().to).isEqualTo("Lima of beto");
        assertThat(loaded.get("beto").associationValues())
                .containsExactlyInAnyOrder(of("beto"), new AssociationValue("ticket", "a=b/beto"));
    }

    @Test
    void what_no_event_of_the_batch_names_is_found_all_the_same() {
        var found = new ArrayList<String>();

        batch(
                List.of("carla", "dora"),
                _ -> found.addAll(store.findSagas(Journey.class, of("ana"))));

        assertThat(found).containsExactly("journey-ana", "journey-ana");
    }

    @Test
    void an_event_by_itself_finds_its_saga() {
        var found = new ArrayList<String>();

        batch(List.of("ana"), who -> found.addAll(store.findSagas(Journey.class, of(who))));

        assertThat(found).containsExactly("journey-ana");
    }

    @Test
    void sagas_that_end_in_a_batch_are_gone_when_it_commits() {
        batch(List.of("ana", "beto"), this::end);

        assertThat(rows("saga_entry")).isZero();
        assertThat(rows("association_value_entry")).isZero();
    }

    @Test
    void a_batch_that_fails_ends_nobody() {
        var result =
                batch(
                        List.of("ana", "beto"),
                        who -> {
                            end(who);
                            if (who.equals("beto")) {
                                throw new IllegalStateException("on purpose");
                            }
                        });

        assertThat(result).isTrue();
        assertThat(rows("saga_entry")).isEqualTo(2);
        assertThat(rows("association_value_entry")).isEqualTo(4);
    }

    @Test
    void many_begin_in_one_batch() {
        var many = IntStream.range(0, 30).mapToObj(i -> "t" + i).toList();

        batch(
                many,
                who ->
                        store.insertSaga(
                                Journey.class,
                                "journey-" + who,
                                Journey.to("Cusco"),
                                Set.of(of(who))));

        assertThat(rows("saga_entry")).isEqualTo(32);
        batch(many, who -> assertThat(store.findSagas(Journey.class, of(who))).hasSize(1));
    }

    private interface Handler {
        void on(String traveller);
    }

    /** As a processor does. True where it failed on purpose. */
    private boolean batch(List<String> travellers, Handler handler) {
        List<EventMessage<?>> events = new ArrayList<>();
        travellers.forEach(who -> events.add(GenericEventMessage.asEventMessage(new Moved(who))));
        var unitOfWork = new BatchingUnitOfWork<EventMessage<?>>(events);
        unitOfWork.attachTransaction(transactions);
        var result =
                unitOfWork.executeWithResult(
                        () -> {
                            var event = CurrentUnitOfWork.get().getMessage();
                            handler.on(((Moved) event.getPayload()).traveller());
                            return true;
                        },
                        RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional() && !"on purpose".equals(result.exceptionResult().getMessage())) {
            throw new AssertionError(result.exceptionResult());
        }
        return result.isExceptional();
    }

    private void end(String who) {
        store.deleteSaga(Journey.class, "journey-" + who, Set.of(of(who)));
    }

    private long rows(String table) {
        return Objects.requireNonNull(
                sql.queryForObject(
                        "select count(*) from " + table + " where saga_id like 'journey-%'",
                        Long.class));
    }

    private static AssociationValue of(String traveller) {
        return new AssociationValue("traveller", traveller);
    }
}
