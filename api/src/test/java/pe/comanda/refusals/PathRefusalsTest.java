package pe.comanda.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Http;

import java.util.Map;
import java.util.stream.Stream;

/** What could be read in two ways is read in none; most of it was an id left empty. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathRefusalsTest extends Refusals {
    private Http cashier;

    @BeforeAll
    void somebody_is_there() {
        cashier = anybody().signIn("caja");
    }

    Stream<Bad> paths() {
        return Stream.of(
                post("an id left empty", cashier, "/orders//lines", "{}", 400, "PATH_MALFORMED"),
                path("an empty last step", "/orders//"),
                path("a way up", "/orders/../branches"),
                path("an encoded way up", "/orders/%2E%2E/branches"),
                path("a parameter in a path", "/orders;a=b/order-1"),
                path("an encoded slash", "/orders/order%2F1"),
                path("an encoded backslash", "/orders/order%5C1"),
                path("an encoded percent", "/orders/order%251"),
                path("an encoded nothing", "/orders/order%001"),
                path("a way out of everything", "/../../../../etc/passwd"),
                get("nobody's empty step", anybody(), "//orders", 400, "PATH_MALFORMED"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void is_refused_and_nothing_is_stored(Bad bad) {
        refused(bad);
    }

    @Test
    void a_verb_that_is_none_is_told_apart() {
        var answer = cashier.exchange("BREW", V + "/branches", null, Map.of());
        assertThat(answer.mustBe(405).code()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    private Bad path(String what, String path) {
        return get(what, cashier, path, 400, "PATH_MALFORMED");
    }
}
