package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.UUID;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeOrderedIdTest {

    @Test
    void it_is_a_uuid_of_version_7() {
        var id = UUID.fromString(TimeOrderedId.at(1_700_000_000_000L));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void a_later_one_sorts_behind_an_earlier_one() {
        assertThat(TimeOrderedId.at(1_700_000_000_001L))
                .isGreaterThan(TimeOrderedId.at(1_700_000_000_000L));
    }

    @Test
    void no_two_threads_make_the_same_in_one_millisecond() {
        var made =
                IntStream.range(0, 100_000)
                        .parallel()
                        .mapToObj(_ -> TimeOrderedId.at(1_700_000_000_000L))
                        .toList();
        assertThat(made).doesNotHaveDuplicates();
    }
}
