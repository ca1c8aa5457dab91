package pe.comanda.boot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import pe.comanda.boot.operations.ReadingProgress.Reader;

import java.util.List;

/** Whoever waits for a replay sees that it gets on, and that it is over. */
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayLinesTest {
    private final ReplayLines lines = new ReplayLines();

    @Test
    void a_replay_tells_how_far_it_is_and_once_that_it_has_ended(CapturedOutput said) {
        lines.begins("view-stock");
        lines.look(List.of(reader(true, -1, 400), reader("view-live", false, 399, 0)));
        lines.look(List.of(reader(true, 99, 300)));
        lines.look(List.of(reader(false, 379, 20)));
        lines.look(List.of(reader(false, 399, 0)));
        lines.look(List.of(reader(false, 399, 0)));

        assertThat(said.getOut())
                .containsSubsequence(
                        "Replaying view-stock",
                        "Replaying view-stock: 0 % (0 of 400 positions)",
                        "Replaying view-stock: 25 % (100 of 400 positions)",
                        "Replaying view-stock: 95 % (380 of 400 positions)",
                        "Replayed view-stock: it has read everything up to 399")
                .containsOnlyOnce("Replayed view-stock")
                .doesNotContain("view-live");
    }

    @Test
    void one_that_was_under_way_when_the_program_started_is_told_too(CapturedOutput said) {
        lines.look(List.of(reader(true, 9, 10)));

        assertThat(said.getOut()).contains("Replaying view-stock: 50 %");
    }

    private static Reader reader(boolean replaying, long position, long behind) {
        return reader("view-stock", replaying, position, behind);
    }

    private static Reader reader(String name, boolean replaying, long position, long behind) {
        return new Reader(name, true, replaying, position, behind);
    }
}
