package pe.comanda.domain.shared;

import java.util.Map;

/**
 * A rule with a name. Enum constants implement it; the constant is the stable code that clients
 * see.
 */
public interface BusinessRule {

    /** The stable code, for example {@code ORDER_MUST_BE_OPEN}. */
    String name();

    /** Refuses unless the condition holds. */
    default void require(boolean holds) {
        if (!holds) {
            throw new RuleViolated(this, Map.of());
        }
    }

    /** Refuses unless the condition holds, telling what was at stake. */
    default void require(boolean holds, String key, Object value) {
        if (!holds) {
            throw broken(key, value);
        }
    }

    default RuleViolated broken() {
        return new RuleViolated(this, Map.of());
    }

    default RuleViolated broken(String key, Object value) {
        return new RuleViolated(this, Map.of(key, String.valueOf(value)));
    }
}
