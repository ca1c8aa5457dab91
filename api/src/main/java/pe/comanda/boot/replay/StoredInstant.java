package pe.comanda.boot.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Reads the moment of a stored event. {@link Instant#parse} takes as long as half the event. */
final class StoredInstant {
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int DIGITS_OF_NANOS = 9;

    private StoredInstant() {}

    /**
     * @param text as {@link Instant#toString} writes it: {@code 2026-11-22T15:44:01.770123Z}
     */
    static Instant of(String text) {
        int end = text.length() - 1;
        if (end < SECONDS
                || end > SECONDS + 1 + DIGITS_OF_NANOS
                || text.charAt(DATE) != 'T'
                || text.charAt(end) != 'Z') {
            return Instant.parse(text);
        }
        var date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE));
        var time =
                LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, SECONDS));
        return Instant.ofEpochSecond(
                Math.addExact(date.toEpochDay() * 86_400, time.toSecondOfDay()), nanos(text, end));
    }

    private static int nanos(String text, int end) {
        int nanos = end == SECONDS ? 0 : number(text, SECONDS + 1, end);
        for (int digits = Math.max(0, end - SECONDS - 1); digits < DIGITS_OF_NANOS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int until) {
        return Integer.parseInt(text, from, until, 10);
    }
}
