package pe.comanda.domain.shared;

import java.util.Map;

/**
 * A refusal: the rule that was broken and what was at stake. An answer, not a defect, so it has no
 * stack trace.
 */
public final class RuleViolated extends RuntimeException {
    private final transient BusinessRule rule;
    private final transient Map<String, String> details;

    public RuleViolated(BusinessRule rule, Map<String, String> details) {
        super(rule.name(), null, false, false);
        this.rule = rule;
        this.details = Map.copyOf(details);
    }

    public BusinessRule rule() {
        return rule;
    }

    public Map<String, String> details() {
        return details;
    }
}
