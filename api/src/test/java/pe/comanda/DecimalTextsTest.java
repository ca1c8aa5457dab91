package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;

import pe.comanda.domain.shared.Query;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whoever reads an answer meets no number with a decimal point, in no field of no view. */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecimalTextsTest {
    @Autowired private JsonMapper json;

    static Stream<Class<?>> views() {
        return Code.recordsOf(Query.class).stream()
                .<Class<?>>map(
                        query ->
                                Objects.requireNonNull(
                                        ResolvableType.forClass(query)
                                                .as(Query.class)
                                                .getGeneric()
                                                .resolve()))
                .filter(Class::isRecord)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_tells_amounts_and_rates_as_texts(Class<?> view) {
        assertThat(decimals("", json.valueToTree(Samples.of(view)))).isEmpty();
    }

    @Test
    void nearly_all_views_were_looked_at() {
        assertThat(views()).hasSizeGreaterThan(30);
    }

    @Test
    void a_decimal_is_written_in_full_and_read_back() {
        assertThat(json.writeValueAsString(new BigDecimal("1E+2"))).isEqualTo("\"100\"");
        assertThat(json.writeValueAsString(new BigDecimal("0.1050"))).isEqualTo("\"0.1050\"");
        assertThat(json.readValue("\"0.1050\"", BigDecimal.class)).isEqualTo("0.1050");
        assertThat(json.readValue("0.1050", BigDecimal.class)).isEqualTo("0.1050");
    }

    private static List<String> decimals(String path, JsonNode in) {
        var found = new ArrayList<String>();
        if (in.isFloatingPointNumber()) {
            found.add(path);
        }
        in.forEachEntry((name, value) -> found.addAll(decimals(path + "/" + name, value)));
        if (in.isArray()) {
            in.forEach(value -> found.addAll(decimals(path + "/0", value)));
        }
        return found;
    }
}
