package pe.comanda.query.live;

import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.live.LiveQuery.*;
import pe.comanda.domain.ordering.OrderQuery.*;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.shared.Cursor;

import java.util.List;
import java.util.Optional;

/** Answers questions about orders, boards and feeds. */
@Component
class LiveAnswers {
    private static final int MOST = 200;
    private final OrderRows orders;
    private final Boards boards;
    private final ThingRows things;
    private final Feed feed;
    private final TransactionTemplate oneMoment;

    LiveAnswers(
            OrderRows orders,
            Boards boards,
            ThingRows things,
            Feed feed,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.boards = boards;
        this.things = things;
        this.feed = feed;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @QueryHandler
    Optional<OrderView> answer(FindOrder query, MetaData metadata) {
        return orders.find(query.order(), Caller.from(metadata));
    }

    @QueryHandler
    Optional<OrderView> answer(
            FindOwnOrder query,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @MetaDataValue(MetadataKey.SESSION) @Nullable String session) {
        return orders.find(query.order().value())
                .filter(order -> order.organization().equals(organization))
                .filter(order -> order.session() != null && order.session().equals(session));
    }

    @QueryHandler
    OrderPage answer(
            ListOrders query,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found = orders.list(branch, query.status(), Cursor.of(query.cursor()), limit + 1);
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var next =
                found.size() > limit
                        ? new Cursor(page.getLast().placedAt(), page.getLast().id()).text()
                        : "";
        return new OrderPage(page, next);
    }

    @QueryHandler
    RenderedBoard answer(
            ShowKitchenBoard query,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return boards.of(branch);
    }

    @QueryHandler
    FeedBatch answer(ReadFeed query) {
        return feed.after(query.branch(), query.after());
    }

    @QueryHandler
    FeedBatch answer(FollowFeed query) {
        return new FeedBatch(List.of(), 0, 0);
    }

    @QueryHandler
    Heads answer(FeedHeads query) {
        return new Heads(feed.heads(query.branches()));
    }

    /**
     * Orders, things and feed are written by one batch, so one moment of the database shows them as
     * they belong together.
     */
    @QueryHandler
    Snapshot answer(TakeSnapshot query) {
        var snapshot =
                oneMoment.execute(_ -> new Snapshot(feed.head(query.branch()), parts(query)));
        if (snapshot == null) {
            throw AccessRule.NOT_FOUND.broken();
        }
        return snapshot;
    }

    private List<String> parts(TakeSnapshot query) {
        var parts = new SnapshotParts();
        parts.add(
                SnapshotParts.ORDERS,
                query.session() == null && query.table() != null
                        ? orders.openAt(query.branch(), query.table())
                        : orders.open(query.branch(), query.session()));
        things.shown(query.branch(), query.rooms())
                .forEach((kind, shown) -> parts.add(kind.many(), shown));
        return parts.all();
    }
}
