package pe.comanda.query.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.CustomerEvent.CustomerRegistered;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.*;
import pe.comanda.domain.loyalty.LoyaltyQuery.Movement;
import pe.comanda.domain.loyalty.LoyaltyQuery.PointsView;
import pe.comanda.domain.loyalty.LoyaltyQuery.ShowPoints;
import pe.comanda.query.shared.Views;

import java.time.Instant;
import java.util.Optional;

/** Follows points: what each customer has, and how it came. */
@Component
@ProcessingGroup(Views.LOYALTY)
class PointsProjection {
    private final PointsRows accounts;
    private final MovementRows movements;

    PointsProjection(PointsRows accounts, MovementRows movements) {
        this.accounts = accounts;
        this.movements = movements;
    }

    @EventHandler
    void on(CustomerEvent event, @MetaDataValue(MetadataKey.ORGANIZATION) String organization) {
        switch (event) {
            case CustomerRegistered(var customer, var account) ->
                    accounts.save(new PointsRow(account.value(), organization, customer.value()));
        }
    }

    @EventHandler
    void on(
            LoyaltyEvent event,
            EventMessage<?> message,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @SequenceNumber long version) {
        var id = event.account().value();
        var row =
                accounts.findById(id)
                        .orElseGet(
                                () ->
                                        new PointsRow(
                                                id,
                                                organization,
                                                "customer-" + id.substring("points-".length())));
        row.balance = event.balance();
        row.version = version;
        switch (event) {
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
                .map(
                        row ->
                                new PointsView(
                                        row.account,
                                        row.customer,
                                        row.balance,
                                        row.lifetime,
                                        row.tier,
                                        row.version,
                                        movements
                                                .findTop100ByAccountOrderByVersionDesc(row.account)
                                                .stream()
                                                .map(
                                                        m ->
                                                                new Movement(
                                                                        m.at, m.kind, m.points,
                                                                        m.about, m.balance))
                                                .toList()));
    }
}
