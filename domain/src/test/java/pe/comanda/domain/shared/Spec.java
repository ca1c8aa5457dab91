package pe.comanda.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiFunction;

/**
 * A sentence over {@code decide} and {@code evolve}: given what happened, when somebody asks, then
 * this follows. Serves every aggregate.
 */
public record Spec<S, C, E>(S state, BiFunction<S, C, List<E>> decide, BiFunction<S, E, S> evolve) {

    public Spec<S, C, E> given(List<? extends E> events) {
        var after = state;
        for (var event : events) {
            after = evolve.apply(after, event);
        }
        return new Spec<>(after, decide, evolve);
    }

    public Outcome<S, C, E> when(C command) {
        try {
            return new Outcome<>(this, command, decide.apply(state, command), null);
        } catch (RuleViolated refusal) {
            return new Outcome<>(this, command, List.of(), refusal);
        }
    }

    /** What came of a command: its events, or a refusal. */
    public record Outcome<S, C, E>(
            Spec<S, C, E> before, C command, List<E> events, @Nullable RuleViolated refusal) {

        @SafeVarargs
        public final void then(E... expected) {
            assertThat(accepted().events).containsExactly(expected);
        }

        public void refusedBy(BusinessRule rule) {
            if (refusal == null) {
                fail("Expected a refusal by %s, but %s led to %s", rule, command, events);
            }
            assertThat(refusal.rule()).isEqualTo(rule);
        }

        public Outcome<S, C, E> accepted() {
            if (refusal != null) {
                fail("%s was refused by %s %s", command, refusal.rule(), refusal.details());
            }
            return this;
        }

        /** The one event of this type that came of it. */
        public <T extends E> T one(Class<T> type) {
            var found =
                    accepted().events.stream().filter(type::isInstance).map(type::cast).toList();
            assertThat(found).as("events of %s", type.getSimpleName()).hasSize(1);
            return found.getFirst();
        }

        /** Goes on with what is now true. */
        public Spec<S, C, E> and() {
            return before.given(accepted().events);
        }
    }
}
