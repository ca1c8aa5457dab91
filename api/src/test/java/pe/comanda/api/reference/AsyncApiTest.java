package pe.comanda.api.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

import pe.comanda.domain.live.MessageType;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is written about the socket is what the program sends. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {
    private final Map<String, Object> document = read();

    @Test
    void every_type_of_message_is_described_and_no_other() {
        var types =
                Arrays.stream(MessageType.values())
                        .map(MessageType::text)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(at("components", "messages").keySet())).isEqualTo(types);
        assertThat(new TreeSet<>(at("channels", "live", "messages").keySet())).isEqualTo(types);
        for (var type : types) {
            assertThat(at("components", "messages", type))
                    .containsEntry("name", type)
                    .containsKeys("summary", "payload");
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        references(document)
                .forEach(
                        reference ->
                                assertThat(at(reference.substring(2).split("/", -1)))
                                        .as(reference)
                                        .isNotEmpty());
        assertThat(document).containsEntry("asyncapi", "3.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Order, pe.comanda.domain.ordering.OrderView",
        "Session, pe.comanda.domain.floor.SessionView",
        "Table, pe.comanda.query.live.LiveTable",
        "Dish, pe.comanda.query.live.MenuFeed$LiveDish",
        "Option, pe.comanda.query.live.MenuFeed$LiveOption",
        "StockItem, pe.comanda.query.live.StockFeed$LiveItem",
        "Shortage, pe.comanda.query.live.StockFeed$LiveShortage",
        "Lacking, pe.comanda.query.live.StockFeed$Lacking",
        "Invoice, pe.comanda.query.live.MoneyFeed$LiveInvoice",
        "Points, pe.comanda.query.live.MoneyFeed$LivePoints"
    })
    void what_a_message_holds_is_described_field_by_field(String schema, Class<?> type) {
        var properties = at("components", "schemas", schema, "properties");
        var fields = type.getRecordComponents();
        assertThat(properties.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(fields).map(field -> field.getName()).toList());
        for (var field : fields) {
            var written = (Map<?, ?>) properties.get(field.getName());
            if (field.getType().isEnum() && written.get("enum") instanceof List<?> values) {
                var known =
                        Arrays.stream(field.getType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.toSet());
                assertThat(known).as(field.getName()).containsAll(texts(values));
                if (!schema.equals("Invoice")) { // what is under way has no outcome
                    assertThat(texts(values)).as(field.getName()).isEqualTo(known);
                }
            }
        }
    }

    @Test
    void no_amount_and_no_rate_is_a_number() {
        assertThat(String.valueOf(document)).contains("type=string").doesNotContain("type=number");
    }

    private static Set<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> at(String... path) {
        Object found = document;
        for (var step : path) {
            found = ((Map<String, Object>) found).get(step);
            assertThat(found).as("%s of %s", step, List.of(path)).isNotNull();
        }
        return (Map<String, Object>) found;
    }

    private static Set<String> references(Object in) {
        var found = new TreeSet<String>();
        if (in instanceof Map<?, ?> map) {
            map.forEach(
                    (key, value) -> {
                        if (key.equals("$ref")) {
                            found.add(String.valueOf(value));
                        } else {
                            found.addAll(references(value));
                        }
                    });
        } else if (in instanceof List<?> list) {
            list.forEach(value -> found.addAll(references(value)));
        }
        return found;
    }

    private static Map<String, Object> read() {
        try (var in = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
