package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.Samples;
import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.ordering.OrderEvent.OrderPlaced;
import pe.comanda.domain.shared.Money;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was stored yesterday is read today, and means the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredEventsTest {
    private static final EventSerializer SERIALIZER = EventSerializer.create();

    /** Of totals: stored where there is some. Every other field is in every event. */
    private static final Set<String> CAME_LATER = Set.of("icbper", "deliveryFee");

    static List<String> names() {
        return EventFamilies.names();
    }

    @BeforeAll
    static void write_what_is_missing_if_told_to() {
        if (GoldenFiles.mayWrite()) {
            GoldenFiles.writeWhereMissing(SERIALIZER, Samples::of);
        }
    }

    @Test
    void every_event_has_a_golden_file_and_no_golden_file_has_lost_its_event() {
        assertThat(GoldenFiles.names())
                .as("A new event: run with -Dgolden.write=true. A lost one: history holds it.")
                .isEqualTo(EventFamilies.names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_event_is_read_and_written_back_as_it_was_stored(String name) {
        var golden = GoldenFiles.read(name);

        var event = read(name, golden);

        assertThat(event).isExactlyInstanceOf(EventFamilies.classOf(name).orElseThrow());
        assertThat(written(event)).isEqualTo(golden);
        assertThat(SERIALIZER.typeForClass(event.getClass()).getName()).isEqualTo(name);
    }

    static List<String> namesOfLater() {
        return GoldenFiles.namesOfLater();
    }

    @ParameterizedTest
    @MethodSource("namesOfLater")
    void what_was_added_later_is_read_and_written_back_too(String name) {
        var golden = GoldenFiles.readLater(name);
        assertThat(golden.propertyNames()).containsAll(GoldenFiles.read(name).propertyNames());
        assertThat(golden).isNotEqualTo(GoldenFiles.read(name));
        assertThat(written(read(name, golden))).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_fact_has_no_empty_field_that_nobody_will_miss(String name) {
        var golden = GoldenFiles.read(name);
        assertThat(golden.findParents("?")).isEmpty();
        assertThat(golden.toString()).doesNotContain(":null", ":[]", ":{}");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_missing_renamed_or_unknown_field_is_a_broken_history(String name) {
        for (var object : objectsOf(GoldenFiles.read(name))) {
            for (var field : List.copyOf(object.propertyNames())) {
                var root = GoldenFiles.read(name);
                var place = same(object, root);
                var value = place.remove(field);
                if (!CAME_LATER.contains(field)) {
                    refused(name, root, "without " + field);
                }
                place.set(field + "Renamed", value);
                refused(name, root, "with a renamed " + field);
                place.remove(field + "Renamed");
                place.set(field, value);
                place.put("unheardOf", 1);
                refused(name, root, "with a field nobody knows beside " + field);
            }
        }
    }

    @Test
    void totals_of_before_bags_and_delivery_say_that_there_was_neither() {
        var placed =
                (OrderPlaced)
                        read("ordering.OrderPlaced", GoldenFiles.read("ordering.OrderPlaced"));
        assertThat(placed.totals().icbper()).isEqualTo(Money.ZERO);
        assertThat(placed.totals().deliveryFee()).isEqualTo(Money.ZERO);
        assertThat(placed.totals().total()).isEqualTo(Money.of("38.50"));
    }

    @Test
    void the_check_before_the_start_names_what_no_family_knows() {
        assertThat(EventSerializer.unknownAmong(List.of("ordering.OrderPlaced"))).isEmpty();
        assertThat(EventSerializer.unknownAmong(List.of("ordering.OrderPlaced", "x.Lost")))
                .containsExactly("x.Lost");
    }

    private static void refused(String name, JsonNode json, String what) {
        assertThatThrownBy(() -> read(name, json))
                .as("%s %s", name, what)
                .isInstanceOf(SerializationException.class);
    }

    private static Object read(String name, JsonNode json) {
        return SERIALIZER.deserialize(
                new SimpleSerializedObject<>(json.toString(), String.class, name, null));
    }

    private static JsonNode written(Object event) {
        return GoldenFiles.JSON.readTree(SERIALIZER.serialize(event, String.class).getData());
    }

    private static List<ObjectNode> objectsOf(JsonNode root) {
        var objects = new ArrayList<ObjectNode>();
        if (root instanceof ObjectNode object) {
            objects.add(object);
        }
        root.forEach(child -> objects.addAll(objectsOf(child)));
        return objects;
    }

    /** The object at the same place of another copy of the tree. */
    private static ObjectNode same(ObjectNode object, JsonNode root) {
        return objectsOf(root).stream().filter(object::equals).findFirst().orElseThrow();
    }
}
