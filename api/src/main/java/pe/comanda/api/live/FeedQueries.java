package pe.comanda.api.live;

import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.live.LiveQuery.*;
import pe.comanda.domain.shared.Query;

import java.util.List;

/** What the sockets ask of the side that writes the feed, in the name of the program itself. */
@Component
class FeedQueries {
    private static final int UPDATES = 10_000;
    private final QueryGateway queries;

    FeedQueries(QueryGateway queries) {
        this.queries = queries;
    }

    FeedBatch after(String branch, long sequence) {
        return ask(new ReadFeed(branch, sequence), FeedBatch.class);
    }

    Snapshot snapshot(TakeSnapshot wanted) {
        return ask(wanted, Snapshot.class);
    }

    List<Head> heads(List<String> branches) {
        return ask(new FeedHeads(branches), Heads.class).heads();
    }

    SubscriptionQueryResult<FeedBatch, FeedBatch> follow() {
        return queries.subscriptionQuery(
                FollowFeed.class.getName(),
                ours(new FollowFeed()),
                ResponseTypes.instanceOf(FeedBatch.class),
                ResponseTypes.instanceOf(FeedBatch.class),
                UPDATES);
    }

    private <V> V ask(Query<V> query, Class<V> view) {
        return queries.query(
                        query.getClass().getName(), ours(query), ResponseTypes.instanceOf(view))
                .join();
    }

    private static <Q> GenericMessage<Q> ours(Q query) {
        return new GenericMessage<>(query, Caller.system("", null, "live").toMetadata());
    }
}
