package pe.comanda.query.rewards;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.rewards.RewardQuery.*;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.query.shared.Reach;

import java.util.Optional;

/** Answers questions about rewards: those of the organization, and of the caller's branches. */
@Component
class RewardAnswers {
    private static final int MOST = 200;
    private final RewardRows rows;

    RewardAnswers(RewardRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    RewardPage answer(ListRewards query, MetaData metadata) {
        var caller = Caller.from(metadata);
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found =
                rows.list(
                        caller.organization(),
                        Reach.inHistory(caller),
                        query.offered(),
                        Cursor.of(query.cursor()),
                        limit + 1);
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var next =
                found.size() > limit
                        ? new Cursor(page.getLast().createdAt(), page.getLast().view().id()).text()
                        : "";
        return new RewardPage(page.stream().map(RewardRows.Row::view).toList(), next);
    }

    @QueryHandler
    Optional<RewardDetails> answer(FindReward query, MetaData metadata) {
        var caller = Caller.from(metadata);
        return rows.find(caller.organization(), Reach.inHistory(caller), query.reward().value())
                .map(
                        view ->
                                new RewardDetails(
                                        view, rows.redemptions(caller.organization(), view.id())));
    }
}
