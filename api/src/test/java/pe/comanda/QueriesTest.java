package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.shared.Query;

import java.util.stream.Collectors;

/** Whoever has sent a command can read what came of it: with every query there is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueriesTest {
    @Test
    void every_query_says_which_view_has_to_catch_up() throws ReflectiveOperationException {
        var unsafe = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        var views =
                Rules.known().stream()
                        .filter(name -> name.startsWith("view-"))
                        .collect(Collectors.toSet());
        assertThat(Code.recordsOf(Query.class)).hasSizeGreaterThan(30);
        for (var type : Code.recordsOf(Query.class)) {
            var query = (Query<?>) ((sun.misc.Unsafe) unsafe.get(null)).allocateInstance(type);
            assertThat(views).as(type.getSimpleName()).contains("view-" + query.view());
        }
    }
}
