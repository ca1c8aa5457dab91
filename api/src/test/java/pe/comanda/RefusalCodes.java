package pe.comanda;

import pe.comanda.domain.shared.BusinessRule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every code that a refusal may bear. */
public final class RefusalCodes {
    private static final Pattern MALFORMED = Pattern.compile("new MalformedValue\\([^;]+;");
    private static final Pattern CODE = Pattern.compile("\"([A-Z0-9]+_[A-Z0-9_]+)\"");

    private RefusalCodes() {}

    public static Stream<String> ofRules() {
        return Code.subtypesOf(BusinessRule.class).stream()
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(rule -> ((BusinessRule) rule).name());
    }

    /** They are texts in the code, so the code is read. */
    public static Stream<String> ofMalformedValues() {
        return Stream.of("domain", "command-side", "query-side", "api")
                .flatMap(module -> files(Path.of("..", module, "src", "main", "java")))
                .flatMap(file -> MALFORMED.matcher(read(file)).results())
                .flatMap(refusal -> CODE.matcher(refusal.group()).results())
                .map(code -> code.group(1))
                .distinct();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return List.copyOf(files.filter(f -> f.toString().endsWith(".java")).toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
