package pe.comanda.query.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.identity.ActorsAtHand;
import pe.comanda.domain.identity.IdentityQuery.ActorView;
import pe.comanda.query.shared.Remembered;
import pe.comanda.query.tenancy.Standings;

import java.util.List;
import java.util.Optional;

/** Who may act at this moment, from memory: every request asks. */
@Component
class Actors implements ActorsAtHand {
    private final Remembered<StaffPost> posts;
    private final Standings standings;

    Actors(
            StaffRows rows,
            Standings standings,
            @Value("${comanda.event-store:postgres}") String eventStore) {
        this.standings = standings;
        this.posts =
                new Remembered<>(
                        eventStore.equals("postgres"),
                        id -> rows.findById(id).map(StaffPost::of).orElse(null));
    }

    private record StaffPost(ActorView view) {
        static StaffPost of(StaffRow row) {
            return new StaffPost(
                    new ActorView(
                            row.id(),
                            row.organization(),
                            row.role(),
                            row.branches(),
                            row.active(),
                            false));
        }
    }

    @Override
    public Optional<ActorView> find(String staff) {
        return posts.find(staff).map(StaffPost::view).map(this::standing);
    }

    void changed(String staff) {
        posts.changed(staff);
    }

    void forgetAll() {
        posts.forgetAll();
    }

    private ActorView standing(ActorView view) {
        return standings
                .find(view.organization())
                .map(
                        standing ->
                                new ActorView(
                                        view.staff(),
                                        view.organization(),
                                        view.role(),
                                        view.role().reachesAllBranches()
                                                ? List.copyOf(standing.branches())
                                                : view.branches(),
                                        view.active(),
                                        standing.suspended()))
                .orElse(view);
    }
}
