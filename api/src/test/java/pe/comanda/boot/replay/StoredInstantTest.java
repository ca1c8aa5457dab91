package pe.comanda.boot.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The moment of an event is read as it was written, to the nanosecond. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredInstantTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T15:44:01Z",
                "2026-11-22T15:44:01.7Z",
                "2026-11-22T15:44:01.770Z",
                "2026-11-22T15:44:01.000123Z",
                "2026-11-22T15:44:01.000000001Z",
                "1969-12-31T23:59:59.999999999Z",
                "2028-02-29T00:00:00Z",
                "+12026-11-22T15:44:01.770Z"
            })
    void it_is_the_same_moment(String text) {
        assertThat(StoredInstant.of(text)).isEqualTo(Instant.parse(text));
    }

    @Test
    void what_is_no_moment_is_refused() {
        assertThatThrownBy(() -> StoredInstant.of("yesterday"))
                .isInstanceOf(DateTimeParseException.class);
    }
}
