package pe.comanda.query.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.*;
import pe.comanda.domain.loyalty.LoyaltyQuery.*;
import pe.comanda.query.shared.PositionCursor;
import pe.comanda.query.shared.Views;

import java.time.Instant;
import java.util.Optional;

/** Follows points: what each customer has, and how it came. */
@Component
@ProcessingGroup(Views.LOYALTY)
class PointsProjection {
    /** Movements beside the balance; the others are asked for by cursor. */
    private static final int SHOWN = 50;

    private final PointsRows accounts;
    private final MovementRows movements;

    PointsProjection(PointsRows accounts, MovementRows movements) {
        this.accounts = accounts;
        this.movements = movements;
    }

    @EventHandler
    void on(
            LoyaltyEvent event,
            EventMessage<?> message,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @SequenceNumber long version) {
        var id = event.account().value();
        var row =
                event instanceof AccountOpened opened
                        ? new PointsRow(id, organization, opened.customer().value())
                        : accounts.findById(id).orElseThrow();
        row.balance = event.balance();
        row.version = version;
        switch (event) {
            case AccountOpened _ -> {}
            case PointsEarned e -> {
                row.lifetime = e.lifetime();
                row.tier = e.tier();
                moved(message, row, "EARNED", e.points(), e.order().value());
            }
            case PointsReversed e -> {
                row.lifetime = e.lifetime();
                row.tier = e.tier();
                moved(message, row, "REVERSED", -e.points(), e.order().value());
            }
            case PointsRedeemed e -> moved(message, row, "REDEEMED", -e.points(), e.what());
            case RewardPaid e -> moved(message, row, "REDEEMED", -e.points(), e.name());
            case RewardReturned e -> moved(message, row, "RETURNED", e.points(), e.name());
            case PointsAdjusted e -> moved(message, row, "ADJUSTED", e.points(), e.reason());
            case PointsExpired e -> moved(message, row, "EXPIRED", -e.points(), "");
        }
        accounts.save(row);
    }

    private void moved(
            EventMessage<?> message, PointsRow row, String kind, int points, String about) {
        Instant at = message.getTimestamp();
        movements.save(
                new MovementRow(
                        message.getIdentifier(),
                        row.organization,
                        row.account,
                        row.version,
                        at,
                        kind,
                        points,
                        about,
                        row.balance));
    }

    @ResetHandler
    void reset() {
        movements.deleteAllInBatch();
        accounts.deleteAllInBatch();
    }

    @QueryHandler
    Optional<PointsView> answer(
            ShowPoints query, @MetaDataValue(MetadataKey.ORGANIZATION) String organization) {
        return accounts.findByOrganizationAndCustomer(organization, query.customer().value())
                .map(this::view);
    }

    @QueryHandler
    Optional<LedgerPage> answer(
            ListMovements query, @MetaDataValue(MetadataKey.ORGANIZATION) String organization) {
        int limit = Math.clamp(query.limit(), 1, 200);
        return accounts.findByOrganizationAndCustomer(organization, query.customer().value())
                .map(row -> page(row.account, PositionCursor.of(query.cursor()), limit));
    }

    private PointsView view(PointsRow row) {
        var latest = page(row.account, Long.MAX_VALUE, SHOWN);
        return new PointsView(
                row.account,
                row.customer,
                row.balance,
                row.lifetime,
                row.tier,
                row.version,
                latest.items(),
                latest.nextCursor());
    }

    private LedgerPage page(String account, long version, int limit) {
        var found =
                movements.findByAccountAndVersionLessThanOrderByVersionDesc(
                        account, version, Limit.of(limit + 1));
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new LedgerPage(
                page.stream().map(PointsProjection::movement).toList(),
                more ? PositionCursor.text(page.getLast().version) : "");
    }

    private static Movement movement(MovementRow m) {
        return new Movement(m.at, m.kind, m.points, m.about, m.balance);
    }
}
