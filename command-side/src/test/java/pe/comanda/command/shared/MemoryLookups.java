package pe.comanda.command.shared;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.messaging.MetaData;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Lookups without a database: what is written is known at once. */
public final class MemoryLookups {
    private MemoryLookups() {}

    @SuppressWarnings("unchecked")
    public static Lookups create() {
        var lookups = mock(Lookups.class);
        when(lookups.freshly(any()))
                .thenAnswer(call -> call.<Supplier<Object>>getArgument(0).get());
        when(lookups.of(anyString(), any())).thenAnswer(_ -> lookup());
        return lookups;
    }

    private static Lookup<Object> lookup() {
        Map<String, Object> bodies = new LinkedHashMap<>();
        Map<String, Owner> owners = new LinkedHashMap<>();
        Lookup<Object> lookup = mock();
        when(lookup.find(anyString()))
                .thenAnswer(call -> Optional.ofNullable(bodies.get(call.<String>getArgument(0))));
        when(lookup.inBranch(anyString()))
                .thenAnswer(
                        call ->
                                bodies.keySet().stream()
                                        .filter(
                                                id ->
                                                        Objects.equals(
                                                                owners.get(id).branch(),
                                                                call.getArgument(0)))
                                        .map(bodies::get)
                                        .toList());
        doAnswer(
                        call -> {
                            owners.put(
                                    call.getArgument(0),
                                    Owner.of(call.getArgument(1, MetaData.class)));
                            return bodies.put(call.getArgument(0), call.getArgument(2));
                        })
                .when(lookup)
                .put(anyString(), any(), any());
        doAnswer(call -> bodies.remove(call.<String>getArgument(0)))
                .when(lookup)
                .remove(anyString());
        return lookup;
    }
}
