package pe.comanda.command.sagastore;

import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.modelling.saga.repository.jpa.SerializedSaga;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Axon's JPA saga store, on its own tables, with the statements of a batch put together: the first
 * event that looks for its saga reads those of the whole batch, new ones are inserted and finished
 * ones deleted together when it commits. One event by itself is handled as Axon does.
 */
class BatchedSagaStore extends JpaSagaStore {
    private final JdbcTemplate sql;
    private final Serializer serializer;

    BatchedSagaStore(Builder builder, Serializer serializer, JdbcTemplate sql) {
        super(builder);
        this.serializer = serializer;
        this.sql = sql;
        setUseExplicitFlush(false);
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        var batch = batch();
        if (batch == null) {
            return super.findSagas(sagaType, association);
        }
        var type = serializer.typeForClass(sagaType).getName();
        var found = found(batch, type, association.getKey());
        return found.wanted().contains(association.getValue())
                ? found.at().getOrDefault(association.getValue(), Set.of())
                : super.findSagas(sagaType, association);
    }

    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String id) {
        var batch = batch();
        var stored = batch == null ? null : ahead(batch).stored().get(id);
        return stored == null
                ? super.loadSaga(sagaType, id)
                : new Loaded<>(
                        new HashSet<>(stored.associations()),
                        serializer.deserialize(stored.body()));
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String id, Set<AssociationValue> associationValues) {
        if (batch() == null) {
            super.deleteSaga(sagaType, id, associationValues);
        } else {
            Farewells.atCommit(sql).add(id);
        }
    }

    private record Loaded<T>(Set<AssociationValue> associationValues, T saga) implements Entry<T> {}

    private record Stored(SerializedSaga body, Set<AssociationValue> associations) {}

    /**
     * @param wanted the values of an association that were looked for
     * @param at the sagas at each of them; nothing where there is none
     */
    private record Found(Set<String> wanted, Map<String, Set<String>> at) {}

    /** What a batch has read so far: by type and association, and by the id of the saga. */
    private record Ahead(Map<String, Found> found, Map<String, Stored> stored) {}

    private static Ahead ahead(BatchingUnitOfWork<?> batch) {
        return batch.getOrComputeResource(
                "comanda.sagas-ahead", _ -> new Ahead(new HashMap<>(), new HashMap<>()));
    }

    private static @Nullable BatchingUnitOfWork<?> batch() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get().root() instanceof BatchingUnitOfWork<?> batch
                        && !(batch.isFirstMessage() && batch.isLastMessage())
                ? batch
                : null;
    }

    private Found found(BatchingUnitOfWork<?> batch, String sagaType, String key) {
        var ahead = ahead(batch);
        return ahead.found()
                .computeIfAbsent(
                        sagaType + " " + key, _ -> read(batch, sagaType, key, ahead.stored()));
    }

    private Found read(
            BatchingUnitOfWork<?> batch, String sagaType, String key, Map<String, Stored> stored) {
        var wanted = new HashSet<String>();
        for (var message : batch.getMessages()) {
            Property.of(message.getPayload(), key).ifPresent(wanted::add);
        }
        var at = new HashMap<String, Set<String>>();
        sql.query(
                """
                select a.association_value, s.saga_id, s.serialized_saga, s.saga_type, s.revision,
                       array(select b.association_key || '=' || b.association_value
                             from association_value_entry b
                             where b.saga_id = s.saga_id and b.saga_type = a.saga_type)
                from association_value_entry a join saga_entry s on s.saga_id = a.saga_id
                where a.saga_type = ? and a.association_key = ? and a.association_value = any(?)
                """,
                row -> {
                    at.computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                            .add(row.getString(2));
                    stored.put(
                            row.getString(2),
                            new Stored(
                                    new SerializedSaga(
                                            row.getBytes(3), row.getString(4), row.getString(5)),
                                    associations((String[]) row.getArray(6).getArray())));
                },
                sagaType,
                key,
                (Object) wanted.toArray(String[]::new));
        return new Found(wanted, at);
    }

    private static Set<AssociationValue> associations(String[] pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> new AssociationValue(pair[0], pair[1]))
                .collect(Collectors.toUnmodifiableSet());
    }
}
