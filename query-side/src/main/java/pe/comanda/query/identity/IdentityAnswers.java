package pe.comanda.query.identity;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.identity.IdentityQuery.*;
import pe.comanda.query.shared.IdCursor;
import pe.comanda.query.tenancy.Standings;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions about people. */
@Component
class IdentityAnswers {
    private static final int MOST = 200;
    private final Actors actors;
    private final Standings standings;
    private final StaffRows staff;
    private final ProfileRows profiles;

    IdentityAnswers(Actors actors, Standings standings, StaffRows staff, ProfileRows profiles) {
        this.actors = actors;
        this.standings = standings;
        this.staff = staff;
        this.profiles = profiles;
    }

    @QueryHandler
    Optional<ActorView> answer(FindActor query) {
        return actors.find(query.staff().value());
    }

    @QueryHandler
    Optional<StandingView> answer(FindStanding query) {
        return standings
                .find(query.organization())
                .map(
                        standing ->
                                new StandingView(
                                        query.organization(),
                                        standing.suspended(),
                                        List.copyOf(standing.branches())));
    }

    @QueryHandler
    Optional<StaffView> answer(FindStaff query, MetaData metadata) {
        var caller = Caller.from(metadata);
        return staff.findByIdAndOrganizationId(query.staff().value(), caller.organization())
                .filter(row -> isColleague(row, caller))
                .flatMap(row -> profiles.findById(row.id()).map(row::view));
    }

    @QueryHandler
    StaffPage answer(ListStaff query, MetaData metadata) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found = find(Caller.from(metadata), IdCursor.of(query.cursor()), limit + 1);
        var rows = found.size() > limit ? found.subList(0, limit) : found;
        var names =
                profiles.findAllById(rows.stream().map(StaffRow::id).toList()).stream()
                        .collect(Collectors.toMap(ProfileRow::staffId, Function.identity()));
        var page =
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(names.get(row.id())).map(row::view))
                        .toList();
        return new StaffPage(page, found.size() > limit ? IdCursor.text(rows.getLast().id()) : "");
    }

    private List<StaffRow> find(Caller caller, String after, int most) {
        return caller.role().reachesAllBranches()
                ? staff.findByOrganizationIdAndIdGreaterThanOrderById(
                        caller.organization(), after, Limit.of(most))
                : staff.findColleagues(
                        caller.organization(),
                        caller.branches().toArray(String[]::new),
                        after,
                        most);
    }

    private static boolean isColleague(StaffRow row, Caller caller) {
        return caller.role().reachesAllBranches()
                || row.id().equals(caller.actor())
                || row.branches().stream().anyMatch(caller::reachesBranch);
    }
}
