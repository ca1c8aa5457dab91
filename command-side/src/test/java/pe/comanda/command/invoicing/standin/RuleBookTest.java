package pe.comanda.command.invoicing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * SUNAT's rule workbook against the stand-in: every code of the workbook is decided upon, every one
 * that the stand-in gives is among them, and each has a document that breaks it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleBookTest {
    private static final int CODES_OF_THE_WORKBOOK = 636;
    private static final Path DOCS = Path.of("../docs/stand-in.md");

    /** Given for a file's name or what came before it, not for what stands in it. */
    private static final Set<String> OF_THE_DOOR = Set.of("0127", "1032", "1033", "2223", "2324");

    /** One line of rules.tsv. */
    private record Decision(String code, String documents, String what, String words) {
        boolean isChecked() {
            return what.equals("checked");
        }
    }

    @Test
    void every_code_of_the_workbook_is_decided_upon() throws IOException {
        var decisions = decisions();
        var checked = codes(decisions.stream().filter(Decision::isChecked));
        assertThat(codes(decisions.stream())).hasSize(CODES_OF_THE_WORKBOOK);
        assertThat(checked).hasSizeGreaterThan(330);
        assertThat(decisions)
                .allSatisfy(it -> assertThat(it.documents()).matches("F?B?C?D?S?V?").isNotEmpty());
        assertThat(decisions.stream().filter(Decision::isChecked))
                .allSatisfy(it -> assertThat(it.words()).isNotBlank());
        assertThat(
                        decisions.stream()
                                .filter(it -> it.what().startsWith("as "))
                                .map(it -> it.what().substring(3)))
                .allSatisfy(it -> assertThat(checked).contains(it));
        var groups =
                decisions.stream()
                        .filter(it -> !it.isChecked() && !it.what().startsWith("as "))
                        .map(Decision::what)
                        .distinct();
        var docs = Files.readString(DOCS, StandardCharsets.UTF_8);
        assertThat(groups).allSatisfy(it -> assertThat(docs).contains("| " + it + " |"));
    }

    @Test
    void the_stand_in_gives_what_is_decided_to_be_checked_and_nothing_else() {
        var given = new TreeSet<>(OF_THE_DOOR);
        Stream.concat(Rules.codes(), SummaryRules.codes()).forEach(given::add);
        assertThat(given).isEqualTo(codes(decisions().stream().filter(Decision::isChecked)));
    }

    @Test
    void every_code_of_its_table_has_a_document_that_breaks_it() {
        var cases = cases().toList();
        assertThat(Rules.codes())
                .allSatisfy(
                        code ->
                                assertThat(cases)
                                        .anyMatch(
                                                it -> it.code().equals(code) && !it.isAboutFile()));
        assertThat(SummaryRules.codes())
                .allSatisfy(
                        code ->
                                assertThat(cases)
                                        .anyMatch(
                                                it -> it.code().equals(code) && it.isAboutFile()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void who_breaks_it_gets_its_code(BrokenRule broken) throws SAXException {
        assertThat(broken.answer()).contains(broken.code());
    }

    @Test
    void no_document_gets_a_code_that_the_workbook_has_not_for_its_kind() {
        var documents = new TreeMap<String, String>();
        decisions().forEach(it -> documents.put(it.code(), it.documents()));
        assertThat(cases())
                .allSatisfy(it -> assertThat(documents.get(it.code())).contains(it.kind()));
    }

    @ParameterizedTest
    @CsvSource({
        "factura,none",
        "facturaOfEverything,none",
        "facturaNotSubject,none",
        "onCredit,none",
        "boleta,none",
        "everything,none",
        "boletaNotSubject,none",
        "credit,accepted",
        "creditOnBoleta,accepted",
        "moved,onCredit",
        "debit,accepted",
        "debitOnBoleta,accepted",
        "notice,accepted",
        "noticeOfTwo,accepted",
        "summary,none",
        "summaryOfTwo,none",
        "summaryWithBuyer,none",
        "summaryOfNote,accepted",
        "summaryThatVoids,accepted"
    })
    void what_is_good_breaks_none(String document, String known) throws SAXException {
        assertThat(new BrokenRule("", document, known, "first", List.of()).answer()).isEmpty();
    }

    static Stream<BrokenRule> cases() {
        return lines("broken.tsv").map(it -> BrokenRule.of(Arrays.asList(it.split("\t", -1))));
    }

    private static List<Decision> decisions() {
        return lines("rules.tsv")
                .map(it -> it.split("\t", -1))
                .map(it -> new Decision(it[0], it[1], it[2], it.length > 3 ? it[3] : ""))
                .toList();
    }

    private static Set<String> codes(Stream<Decision> decisions) {
        var codes = new TreeSet<String>();
        decisions.forEach(it -> assertThat(codes.add(it.code())).as(it.code()).isTrue());
        return codes;
    }

    private static Stream<String> lines(String name) {
        try (var file = RuleBookTest.class.getResourceAsStream("/sunat/" + name)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
