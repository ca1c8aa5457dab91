package pe.comanda.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotPartsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SnapshotParts parts = new SnapshotParts();

    @Test
    void where_there_is_nothing_one_part_has_every_list_empty() {
        var read = read();
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().propertyNames())
                .containsExactly(
                        "orders",
                        "sessions",
                        "tables",
                        "dishesOff",
                        "optionsOff",
                        "stock",
                        "shortages",
                        "invoices");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 1", "201, 2", "400, 2", "401, 3"})
    void no_part_holds_more_than_two_hundred_things(int orders, int expected) {
        parts.add("orders", numbers(0, orders));
        var read = read();
        assertThat(read).hasSize(expected);
        assertThat(read).allMatch(part -> part.path("orders").size() <= 200);
        assertThat(all(read, "orders")).isEqualTo(numbers(0, orders));
    }

    @Test
    void lists_share_a_part_and_none_loses_anything() {
        parts.add("orders", numbers(0, 150));
        parts.add("tables", numbers(1_000, 100));
        parts.add("invoices", numbers(2_000, 350));
        var read = read();
        assertThat(read).hasSize(3);
        assertThat(all(read, "orders")).isEqualTo(numbers(0, 150));
        assertThat(all(read, "tables")).isEqualTo(numbers(1_000, 100));
        assertThat(all(read, "invoices")).isEqualTo(numbers(2_000, 350));
    }

    @Test
    void what_no_screen_starts_with_is_left_out() {
        parts.add(Kind.POINTS.many(), List.of("1"));
        assertThat(read().getFirst().valueStream()).allMatch(JsonNode::isEmpty);
    }

    private List<JsonNode> read() {
        return parts.all().stream().map(JSON::readTree).toList();
    }

    private static List<String> all(List<JsonNode> parts, String list) {
        return parts.stream()
                .flatMap(part -> part.path(list).valueStream())
                .map(JsonNode::toString)
                .toList();
    }

    private static List<String> numbers(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(String::valueOf).toList();
    }
}
