package pe.comanda.domain.access;

import java.util.Map;

/**
 * A refusal on its way to the client, in a form that survives every transport.
 *
 * @param code name of the rule that was broken
 * @param details what was at stake, for people and programs
 */
public record Refusal(String code, Map<String, String> details) {
    public Refusal {
        details = Map.copyOf(details);
    }
}
