package pe.comanda.api.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * Mints ids where a client brings none: a prefix and a UUIDv7, so that they sort by the time they
 * were made.
 */
@Component
public class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** The client's own id, or a new one: {@code order-0198…}. */
    public String orNew(@Nullable String given, String prefix) {
        return given == null || given.isBlank() ? prefix + "-" + uuid7() : given.strip();
    }

    private String uuid7() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        long millis = clock.millis();
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (millis >>> (40 - 8 * i));
        }
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x70);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        var hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 8)
                + "-"
                + hex.substring(8, 12)
                + "-"
                + hex.substring(12, 16)
                + "-"
                + hex.substring(16, 20)
                + "-"
                + hex.substring(20);
    }
}
