package pe.comanda.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docs/settings.md names every setting of ours that the program asks for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ASKED =
            Pattern.compile("(?:\\$\\{|getProperty\\(\\s*\")(comanda\\.[a-z.-]+)");

    @Test
    void every_setting_stands_on_the_page() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/settings.md"));
        var asked = new TreeSet<String>();
        for (var module : new String[] {"command-side", "query-side", "api"}) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(Files::isRegularFile)
                        .flatMap(SettingsPageTest::asked)
                        .forEach(asked::add);
            }
        }
        assertThat(asked).contains("comanda.data", "comanda.sunat-in-flight");
        assertThat(asked).allMatch(setting -> isOn(page, setting), "stands on docs/settings.md");
    }

    private static Stream<String> asked(Path source) {
        try {
            var found = ASKED.matcher(Files.readString(source)).results();
            return found.map((MatchResult match) -> match.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its whole name, or in a row with the others of its group: `a.b.email`, `.password`. */
    private static boolean isOn(String page, String setting) {
        int last = setting.lastIndexOf('.');
        return page.contains("`" + setting + "`")
                || page.lines()
                        .anyMatch(
                                row ->
                                        row.startsWith("| `" + setting.substring(0, last + 1))
                                                && row.contains(
                                                        "`" + setting.substring(last) + "`"));
    }
}
