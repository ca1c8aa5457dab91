package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sides meet in the domain, and in eleven tables (decision 29). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedTablesTest {
    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");

    /** Personal data, which is in no event, so that it can be forgotten. */
    private static final Set<String> PEOPLE = Set.of("customer_profile", "staff_profile");

    /** Secrets and signed bytes, which are in no event. */
    private static final Set<String> FILES =
            Set.of("fiscal_certificate", "invoice_file", "sol_account");

    /** What commands check in their own commit. */
    private static final Set<String> REGISTERS =
            Set.of(
                    "closed_month",
                    "fiscal_approval",
                    "four_eyes",
                    "invoice_series",
                    "issuer_pause",
                    "summary_wish");

    @Test
    void answers_read_no_other_table_of_the_command_side() {
        var theirs = TABLE.matcher(everything("../command-side/src/main/resources", ".sql"));
        var answers = everything("../query-side/src/main/java", ".java");
        var read =
                theirs.results()
                        .map(found -> found.group(1))
                        .filter(
                                table ->
                                        Pattern.compile("\\b" + table + "\\b")
                                                .matcher(answers)
                                                .find())
                        .collect(Collectors.toCollection(TreeSet::new));
        var shared = new TreeSet<>(PEOPLE);
        shared.addAll(FILES);
        shared.addAll(REGISTERS);
        assertThat(read).isEqualTo(shared);
    }

    @Test
    void no_answer_writes_one() {
        var writing =
                Pattern.compile(
                        "(?:insert into|update|delete from)\\s+(?:"
                                + String.join("|", PEOPLE)
                                + "|"
                                + String.join("|", FILES)
                                + "|"
                                + String.join("|", REGISTERS)
                                + ")\\b");
        assertThat(everything("../query-side/src/main/java", ".java"))
                .doesNotContainPattern(writing);
        assertThat(everything("../command-side/src/main/java", ".java")).containsPattern(writing);
    }

    private static String everything(String folder, String suffix) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(SharedTablesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
