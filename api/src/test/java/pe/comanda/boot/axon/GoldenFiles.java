package pe.comanda.boot.axon;

import pe.comanda.domain.EventFamilies;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How every event was first stored: {@code golden/ordering/OrderPlaced.json}. A file is written
 * once, by {@code -Dgolden.write=true}, and never edited: history is full of facts of that shape.
 */
final class GoldenFiles {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** How events were stored after something was added to them. */
    private static final Path LATER = Path.of("src/test/resources/golden-later");

    private GoldenFiles() {}

    static boolean mayWrite() {
        return Boolean.getBoolean("golden.write");
    }

    /** The logical names that files stand for. */
    static List<String> names() {
        return names(FOLDER);
    }

    private static List<String> names(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> folder.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .map(file -> file.replace('/', '.').replace('\\', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) {
        return read(FOLDER, name);
    }

    private static JsonNode read(Path folder, String name) {
        try {
            return JSON.readTree(
                    Files.readString(folder.resolve(name.replace('.', '/') + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The logical names of events that something was added to. */
    static List<String> namesOfLater() {
        return names(LATER);
    }

    static JsonNode readLater(String name) {
        return read(LATER, name);
    }

    static void writeWhereMissing(
            EventSerializer serializer, java.util.function.Function<Class<?>, Object> sample) {
        for (var name : EventFamilies.names()) {
            if (!Files.exists(file(name))) {
                var event = sample.apply(EventFamilies.classOf(name).orElseThrow());
                var json = serializer.serialize(event, String.class).getData();
                write(name, JSON.readTree(json).toPrettyString() + "\n");
            }
        }
    }

    private static void write(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return FOLDER.resolve(name.replace('.', '/') + ".json");
    }
}
