package pe.comanda.query.shared;

import pe.comanda.domain.shared.MalformedValue;

/** Where a page of things in the order of the event log ended, newest first. */
public final class PositionCursor {
    private PositionCursor() {}

    /** The position before which the next page starts; the largest for the empty text. */
    public static long of(String text) {
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(text, Character.MAX_RADIX);
        } catch (NumberFormatException _) {
            throw MalformedValue.cursor();
        }
    }

    public static String text(long position) {
        return Long.toString(position, Character.MAX_RADIX);
    }
}
