package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toCollection;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whatever is refused is refused in a sentence that a cashier understands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/refusals_es.properties");

    /** The same refusal of different things. */
    private static final Set<String> SAID_OF_SEVERAL =
            Set.of("TOO_MANY_LINES", "REASON_REQUIRED", "SERVICE_CHARGE_OUT_OF_RANGE");

    @Test
    void every_code_has_a_sentence() {
        var missing = codes().collect(toCollection(TreeSet::new));
        missing.removeAll(keys());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_sentence_has_one_code() {
        assertThat(keys()).doesNotHaveDuplicates();
        var unsaid = new TreeSet<>(keys());
        unsaid.removeAll(codes().toList());
        assertThat(unsaid).isEmpty();
    }

    @Test
    void no_code_means_two_things() {
        var seen = new HashSet<String>();
        var twice = codes().filter(code -> !seen.add(code)).collect(toCollection(TreeSet::new));
        twice.removeAll(SAID_OF_SEVERAL);
        assertThat(twice).isEmpty();
    }

    @Test
    void a_sentence_is_a_sentence() {
        assertThat(texts())
                .allSatisfy(
                        line ->
                                assertThat(line[1])
                                        .as(line[0])
                                        .matches("\\p{Lu}.*[.]")
                                        .hasSizeLessThan(120));
    }

    private static Stream<String> codes() {
        return Stream.concat(RefusalCodes.ofRules(), RefusalCodes.ofMalformedValues());
    }

    private static List<String> keys() {
        return texts().map(line -> line[0]).toList();
    }

    private static Stream<String[]> texts() {
        return read(TEXTS)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
