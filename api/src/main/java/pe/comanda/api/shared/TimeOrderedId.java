package pe.comanda.api.shared;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/**
 * UUIDv7 (RFC 9562): sorted by the millisecond they were made in, unique by 74 random bits. Made
 * several times in every request, so each thread has a generator of its own, seeded once from the
 * secure one, which all threads would have to wait for. An id is a name and never a secret: what
 * opens something is made elsewhere, from {@link SecureRandom}.
 */
public final class TimeOrderedId {
    private static final SecureRandom SEEDS = new SecureRandom();
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(SEEDS.nextLong()));
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private TimeOrderedId() {}

    /**
     * @param millis milliseconds since 1970
     */
    public static String at(long millis) {
        var random = RANDOM.get();
        long high = millis << 16 | 0x7000 | random.nextLong() & 0x0fff;
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        var text = new char[36];
        write(high >>> 32, 8, text, 0);
        write(high >>> 16, 4, text, 9);
        write(high, 4, text, 14);
        write(low >>> 48, 4, text, 19);
        write(low, 12, text, 24);
        text[8] = '-';
        text[13] = '-';
        text[18] = '-';
        text[23] = '-';
        return new String(text);
    }

    private static void write(long bits, int digits, char[] text, int from) {
        for (int i = digits - 1; i >= 0; i--) {
            text[from + i] = HEX[(int) bits & 0xf];
            bits >>>= 4;
        }
    }
}
