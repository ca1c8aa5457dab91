package pe.comanda.domain.shared;

/**
 * A value that has no meaning in the language: refused before any rule is asked. Carries a stable
 * code.
 */
public final class MalformedValue extends IllegalArgumentException {
    private final String code;

    public MalformedValue(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A place in a list that no page gave. */
    public static MalformedValue cursor() {
        return new MalformedValue("CURSOR_MALFORMED", "Take the cursor as the last page gave it");
    }

    public String code() {
        return code;
    }
}
