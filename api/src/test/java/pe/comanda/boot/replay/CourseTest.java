package pe.comanda.boot.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/** How far a replay may go straight, and which token stands for what it has done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseTest {
    private static final TrackingToken SEEN = token(100, 40L, 98L, 99L);

    @Test
    void it_goes_from_the_tail_to_where_the_view_had_read_and_leaves_out_what_it_had_not_seen() {
        var course = course(ReplayToken.createReplayToken(SEEN, token(0)));
        assertThat(course.begin()).isZero();
        assertThat(course.end()).isEqualTo(100);
        assertThat(course.gaps(0, 50)).containsExactly(40L);
        assertThat(course.gaps(40, 99)).containsExactly(98L, 99L);
    }

    @Test
    void what_is_missing_now_is_left_out_where_the_token_does_not_name_its_gaps() {
        var stored = ReplayToken.createReplayToken(token(100), token(0));
        var course = Course.of(stored, List.of(70L)).orElseThrow();
        assertThat(course.gaps(0, 100)).containsExactly(70L);
        assertThat(course.after(100)).isEqualTo(token(100, 70L));
    }

    @Test
    void an_event_on_it_is_a_replay_and_its_token_leaves_the_gaps_to_the_views_reader() {
        var course = course(ReplayToken.createReplayToken(SEEN, token(0)));
        for (long position : List.of(1L, 41L, 100L)) {
            assertThat(ReplayToken.isReplay(course.at(position))).isTrue();
        }
        var kept = (ReplayToken) course.after(60);
        assertThat(kept.getCurrentToken()).isEqualTo(token(60, 40L));
        assertThat(kept.getTokenAtReset()).isEqualTo(SEEN);
    }

    @Test
    void at_its_end_the_view_has_the_token_again_that_it_had_before_the_reset() {
        var course = course(ReplayToken.createReplayToken(SEEN, token(0)));
        assertThat(course.after(100)).isEqualTo(SEEN);
        assertThat(ReplayToken.isReplay(course.after(100))).isFalse();
    }

    @Test
    void no_token_stands_on_a_gap() {
        var course = course(ReplayToken.createReplayToken(SEEN, token(0)));
        assertThat(course.noGap(97)).isEqualTo(97);
        assertThat(course.noGap(98)).isEqualTo(100);
    }

    @Test
    void one_that_was_left_in_the_middle_goes_on_there() {
        var begun = course(ReplayToken.createReplayToken(SEEN, token(0)));
        var course = course(begun.after(60));
        assertThat(course.begin()).isEqualTo(60);
        assertThat(course.passed()).containsExactly(40L);
        assertThat(course.after(100)).isEqualTo(SEEN);
    }

    @Test
    void a_view_that_is_not_replayed_has_none() {
        assertThat(Course.of(SEEN, List.of())).isEmpty();
        assertThat(Course.of(null, List.of())).isEmpty();
        assertThat(Course.of(ReplayToken.createReplayToken(SEEN, token(100, 40L)), List.of()))
                .isEmpty();
    }

    private static Course course(TrackingToken stored) {
        return Course.of(stored, List.of()).orElseThrow();
    }

    private static TrackingToken token(long index, Long... gaps) {
        return GapAwareTrackingToken.newInstance(index, Arrays.asList(gaps));
    }
}
