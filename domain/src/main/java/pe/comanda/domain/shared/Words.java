package pe.comanda.domain.shared;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Checks on texts that people type. */
public enum Words implements BusinessRule {
    TEXT_REQUIRED,
    TEXT_TOO_LONG;

    /** The text without blanks around it; refuses an empty one or one longer than the limit. */
    public static String required(String field, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            throw new RuleViolated(TEXT_REQUIRED, Map.of("field", field));
        }
        return limited(field, text.strip(), limit);
    }

    /** The text without blanks around it, or empty; refuses one longer than the limit. */
    public static String optional(String field, @Nullable String text, int limit) {
        return text == null ? "" : limited(field, text.strip(), limit);
    }

    private static String limited(String field, String text, int limit) {
        if (text.length() > limit) {
            throw new RuleViolated(
                    TEXT_TOO_LONG, Map.of("field", field, "limit", String.valueOf(limit)));
        }
        return text;
    }
}
