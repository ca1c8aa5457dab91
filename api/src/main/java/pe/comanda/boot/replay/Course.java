package pe.comanda.boot.replay;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a straight rebuild reads: from where a view's replay stands to where the view had read when
 * it was reset. Up to there every event is committed and was seen, save the gaps that the view's
 * token names: positions that were given out and not yet committed. They are left out, and stay
 * gaps for the pooled reader, which takes them up when they are filled. So nothing is left out and
 * nothing is read twice.
 *
 * <p>An event that fills such a gap was stored while the view's token existed, so whatever follows
 * it in its aggregate stands behind the end of the course: the order within an aggregate is kept.
 */
final class Course {
    private final ReplayToken replay;
    private final GapAwareTrackingToken end;
    private final SortedSet<Long> gaps;
    private final GapAwareTrackingToken begin;

    private Course(
            ReplayToken replay, GapAwareTrackingToken begin, long end, SortedSet<Long> gaps) {
        this.replay = replay;
        this.begin = begin;
        this.end = GapAwareTrackingToken.newInstance(end, gaps);
        this.gaps = gaps;
    }

    /**
     * @param stored the view's token
     * @param missing positions before its end that hold no event at this moment: more gaps, where
     *     the token does not know all of them
     * @return empty where nothing is being replayed, or by other tokens than PostgreSQL's log has
     */
    static Optional<Course> of(@Nullable TrackingToken stored, Collection<Long> missing) {
        if (!(stored instanceof ReplayToken replay)
                || !(replay.getTokenAtReset() instanceof GapAwareTrackingToken reset)
                || !(replay.getCurrentToken() instanceof GapAwareTrackingToken current)
                || current.getIndex() >= reset.getIndex()) {
            return Optional.empty();
        }
        var gaps = new TreeSet<>(reset.getGaps());
        gaps.addAll(missing);
        return Optional.of(
                new Course(
                        replay,
                        current,
                        reset.getIndex(),
                        new TreeSet<>(gaps.headSet(reset.getIndex()))));
    }

    /** The position of the last event that is handled already. */
    long begin() {
        return begin.getIndex();
    }

    /** Gaps that the replay has left behind it. Where one is filled, the view's reader is first. */
    SortedSet<Long> passed() {
        return begin.getGaps();
    }

    long end() {
        return end.getIndex();
    }

    /** Positions within a stretch that are not read. */
    Long[] gaps(long after, long until) {
        return gaps.subSet(after + 1, until + 1).toArray(Long[]::new);
    }

    /** The next position from here on that a token can stand at: a gap is none. */
    long noGap(long position) {
        long next = position;
        while (gaps.contains(next)) {
            next++;
        }
        return next;
    }

    /** The token of the event there: what is handled with it is a replay. */
    TrackingToken at(long position) {
        return replay.advancedTo(
                GapAwareTrackingToken.newInstance(position, gaps.headSet(position)));
    }

    /** What is stored when everything up to there is handled. At the end the replay is over. */
    TrackingToken after(long position) {
        return position >= end() ? end : at(position);
    }
}
