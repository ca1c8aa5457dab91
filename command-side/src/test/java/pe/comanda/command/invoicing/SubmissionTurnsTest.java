package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.invoicing.SubmissionOutcome.Kind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmissionTurnsTest {
    private static final String ISSUER = "org-1";

    private final Deque<Attempt> line = new ArrayDeque<>();
    private final List<String> tried = new ArrayList<>();
    private final List<Instant> called = new ArrayList<>();
    private final List<Instant> afterCrash = new ArrayList<>();
    private int goneOn;
    private Instant now = Instant.parse("2026-11-21T20:00:00Z");
    private Instant closedUntil = Instant.MIN;
    private Function<Attempt, Kind> sunat = _ -> Kind.ACCEPTED;
    private SubmissionTurns turns;

    @BeforeEach
    void open() {
        var clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(_ -> now);
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        var settings = mock(SunatSettings.class);
        when(settings.paced(any())).thenAnswer(call -> call.getArgument(0));
        when(settings.answer()).thenReturn(Duration.ofSeconds(45));
        turns =
                new SubmissionTurns(
                        submit(),
                        line(),
                        new SubmissionSlots(4),
                        calls(),
                        pauses(),
                        settings,
                        clock);
    }

    @Test
    void documents_of_a_held_issuer_wait_and_are_looked_at_by_one_call_for_all() {
        closedUntil = Instant.MAX;
        come(200);
        assertThat(tried).isEmpty();
        assertThat(line).hasSize(200);
        assertThat(called).containsExactly(now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_line_that_is_released_goes_through_in_its_order() {
        closedUntil = Instant.MAX;
        come(30);
        closedUntil = Instant.MIN;
        turns.call(ISSUER);
        turns.call(ISSUER);
        assertThat(tried)
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "invoice-" + i).toList());
        assertThat(line).isEmpty();
    }

    @Test
    void as_many_go_side_by_side_after_their_first_twenty_as_before() {
        closedUntil = Instant.MAX;
        come(100);
        closedUntil = Instant.MIN;
        called.clear();
        for (int lane = 0; lane < 4; lane++) {
            turns.call(ISSUER);
        }
        assertThat(tried).hasSize(80);
        assertThat(goneOn).isEqualTo(4);
        assertThat(called).isEmpty();
        turns.call(ISSUER);
        assertThat(line).isEmpty();
        assertThat(goneOn).isEqualTo(4);
    }

    @Test
    void a_sick_sunat_is_tried_three_times_and_then_by_one_at_a_time() {
        sunat = _ -> Kind.SUNAT_SICK;
        come(10_000);
        assertThat(tried).hasSize(3);
        assertThat(line).hasSize(9_997);
        assertThat(closedUntil).isEqualTo(now.plusSeconds(5));
        now = now.plusSeconds(5);
        turns.call(ISSUER);
        assertThat(tried).hasSize(4);
        assertThat(closedUntil).isEqualTo(now.plusSeconds(15));
    }

    @Test
    void one_that_is_through_lets_the_others_follow_side_by_side() {
        sunat = _ -> Kind.SUNAT_SICK;
        come(100);
        now = closedUntil;
        sunat = _ -> Kind.ACCEPTED;
        called.clear();
        turns.call(ISSUER);
        assertThat(called).filteredOn(now::equals).hasSize(3);
        assertThat(goneOn).isEqualTo(1);
        while (!line.isEmpty()) {
            turns.call(ISSUER);
        }
        assertThat(tried).hasSize(3 + 97);
    }

    @Test
    void wrong_credentials_are_tried_once_not_by_every_document() {
        sunat = _ -> Kind.ISSUER_PAUSED;
        come(50);
        assertThat(tried).hasSize(1);
        assertThat(closedUntil).isEqualTo(now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void no_more_than_four_of_an_issuer_are_on_their_way_at_once() throws Exception {
        var meeting = new Phaser(1);
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        sunat =
                _ -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    meeting.awaitAdvance(0);
                    inFlight.decrementAndGet();
                    return Kind.ACCEPTED;
                };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var jobs =
                    IntStream.range(0, 8)
                            .mapToObj(i -> threads.submit(() -> turns.come(attempt(i))))
                            .toList();
            while (inFlight.get() + waiting() < 8) {
                Thread.onSpinWait();
            }
            assertThat(inFlight).hasValue(4);
            var unused = meeting.arrive();
            for (var job : jobs) {
                job.get();
            }
        }
        assertThat(most).hasValue(4);
        assertThat(line).isEmpty();
    }

    @Test
    void who_found_no_room_goes_in_as_soon_as_somebody_leaves() {
        // Each comes while the one before it is on its way, so that the fifth finds no room.
        sunat =
                attempt -> {
                    int i = Integer.parseInt(attempt.invoice().substring("invoice-".length()));
                    if (i < 4) {
                        turns.come(attempt(i + 1));
                    }
                    return Kind.ACCEPTED;
                };
        turns.come(attempt(0));
        assertThat(tried).hasSize(5);
        assertThat(line).isEmpty();
    }

    @Test
    void whoever_takes_one_from_the_line_sees_to_it_that_somebody_looks_if_he_dies() {
        closedUntil = Instant.MAX;
        come(1);
        closedUntil = Instant.MIN;
        sunat =
                _ -> {
                    throw new IllegalStateException("The power goes out");
                };
        assertThatThrownBy(() -> turns.call(ISSUER)).hasMessage("The power goes out");
        assertThat(afterCrash).containsExactly(now.plus(Duration.ofSeconds(3 * 45)));
    }

    private void come(int documents) {
        for (int i = 0; i < documents; i++) {
            turns.come(attempt(i));
        }
    }

    private static Attempt attempt(int i) {
        return new Attempt("invoice-" + i, ISSUER, "branch-1", "", 1, "SEND", false, false);
    }

    private int waiting() {
        synchronized (line) {
            return line.size();
        }
    }

    private SubmitInvoice submit() {
        var submit = mock(SubmitInvoice.class);
        when(submit.run(any()))
                .thenAnswer(
                        call -> {
                            var attempt = call.getArgument(0, Attempt.class);
                            synchronized (tried) {
                                tried.add(attempt.invoice());
                            }
                            return Optional.of(
                                    new SubmissionOutcome(sunat.apply(attempt), "", "", List.of()));
                        });
        return submit;
    }

    private SubmissionLine line() {
        var table = mock(SubmissionLine.class);
        when(table.join(any()))
                .thenAnswer(
                        call -> {
                            synchronized (line) {
                                line.add(call.getArgument(0));
                                return line.size() == 1;
                            }
                        });
        when(table.next(any(), any(), any()))
                .thenAnswer(
                        _ -> {
                            synchronized (line) {
                                return Optional.ofNullable(line.poll());
                            }
                        });
        when(table.anyWaits(any())).thenAnswer(_ -> waiting() > 0);
        when(table.anyIsFree(any(), any())).thenAnswer(_ -> waiting() > 0);
        return table;
    }

    private SubmissionCalls calls() {
        var calls = mock(SubmissionCalls.class);
        doAnswer(call -> called.add(call.getArgument(2))).when(calls).plan(any(), anyInt(), any());
        doAnswer(_ -> ++goneOn).when(calls).goOn(any());
        doAnswer(call -> afterCrash.add(call.getArgument(1))).when(calls).afterCrash(any(), any());
        return calls;
    }

    private IssuerPauses pauses() {
        var pauses = mock(IssuerPauses.class);
        when(pauses.at(any(), any()))
                .thenAnswer(
                        _ ->
                                closedUntil.isAfter(now)
                                        ? Optional.of(closedUntil)
                                        : Optional.empty());
        doAnswer(call -> closedUntil = call.getArgument(2)).when(pauses).rest(any(), any(), any());
        doAnswer(call -> closedUntil = call.getArgument(3))
                .when(pauses)
                .pause(any(), any(), any(), any());
        return pauses;
    }
}
