package pe.comanda.domain.shared;

/**
 * The identity of an aggregate: a type prefix, a hyphen and up to 60 letters, digits and hyphens
 * ({@code order-019a…}). The prefix keeps ids of different types apart in the event store, which
 * knows aggregates by this text alone. {@code toString()} must return the value.
 */
public interface AggregateId extends TextValue {

    /**
     * Checks the form of an id and returns it. Refuses what does not start with the prefix of its
     * type.
     */
    static String form(String prefix, String value) {
        return form(prefix, value, 60);
    }

    /** The same for ids that are derived from other ids, and so may be longer. */
    static String form(String prefix, String value, int limit) {
        if (!value.startsWith(prefix + "-")
                || value.length() > prefix.length() + 1 + limit
                || !onlyIdCharacters(value)) {
            throw new MalformedValue(
                    "MALFORMED_ID", "An id of this kind looks like " + prefix + "-0198a1…");
        }
        return value;
    }

    /** A loop: every event holds a dozen ids, and a replay reads a hundred thousand events. */
    private static boolean onlyIdCharacters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '-' && c != '_' && (c >= 128 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return value.length() > value.indexOf('-') + 1;
    }
}
