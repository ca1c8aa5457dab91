package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.Code;
import pe.comanda.Samples;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.coupons.CouponEvent.*;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryEvent.ItemRegistered;
import pe.comanda.domain.inventory.InventoryEvent.StockTaken;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.*;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.rewards.RewardEvent.RedemptionHeld;
import pe.comanda.domain.rewards.RewardEvent.RewardOffered;
import pe.comanda.domain.shared.DomainEvent;

import java.util.List;
import java.util.stream.Stream;

/**
 * What lives for years is loaded from snapshots, and a snapshot brings everything back: whose it is
 * and how it stands.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotsTest {
    private static final Serializer GENERAL =
            new AxonConfiguration().serializer(new AnnotationRevisionResolver());
    private static final MetaData HERE =
            MetaData.from(Caller.system("org-1", "branch-1", "test").toMetadata());

    /** One that has a history, of each kind. */
    record Lived(String type, Class<? extends DomainEvent> family, List<DomainEvent> history) {
        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Lived> lived() {
        return Stream.of(
                new Lived(
                        "InventoryItem",
                        InventoryEvent.class,
                        List.of(Samples.of(ItemRegistered.class), Samples.of(StockTaken.class))),
                new Lived(
                        "Coupon",
                        CouponEvent.class,
                        List.of(
                                Samples.of(CouponCreated.class),
                                Samples.of(UseHeld.class),
                                new UseHeld(
                                        Samples.of(UseHeld.class).coupon(),
                                        new OrderId("order-nobody"),
                                        null,
                                        2))),
                new Lived(
                        "LoyaltyAccount",
                        LoyaltyEvent.class,
                        List.of(
                                Samples.of(AccountOpened.class),
                                Samples.of(PointsEarned.class),
                                Samples.of(PointsRedeemed.class),
                                Samples.of(RewardPaid.class))),
                new Lived(
                        "Reward",
                        RewardEvent.class,
                        List.of(
                                Samples.of(RewardOffered.class),
                                Samples.of(RedemptionHeld.class))));
    }

    @Test
    void these_and_no_others_have_snapshots() {
        assertThat(snapshotted().map(type -> type.getAnnotation(Aggregate.class).type()))
                .containsExactlyInAnyOrderElementsOf(lived().map(Lived::type).toList());
    }

    @ParameterizedTest
    @MethodSource("lived")
    void a_snapshot_is_the_whole_of_it(Lived lived) throws ReflectiveOperationException {
        var type =
                snapshotted()
                        .filter(t -> t.getAnnotation(Aggregate.class).type().equals(lived.type()))
                        .findFirst()
                        .orElseThrow();
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object aggregate = constructor.newInstance();
        var on = type.getDeclaredMethod("on", lived.family(), MetaData.class);
        on.setAccessible(true);
        for (var event : lived.history()) {
            on.invoke(aggregate, event, HERE);
        }

        var back = GENERAL.deserialize(GENERAL.serialize(aggregate, byte[].class));

        assertThat(back).isInstanceOf(type).usingRecursiveComparison().isEqualTo(aggregate);
        assertThat(back).hasNoNullFieldsOrProperties();
    }

    private static Stream<Class<?>> snapshotted() {
        return Code.PRODUCTION.stream()
                .filter(type -> type.isAnnotatedWith(Aggregate.class))
                .<Class<?>>map(type -> type.reflect())
                .filter(
                        type ->
                                !type.getAnnotation(Aggregate.class)
                                        .snapshotTriggerDefinition()
                                        .isEmpty());
    }
}
