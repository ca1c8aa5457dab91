package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccount.Earning;
import pe.comanda.domain.loyalty.LoyaltyAccount.Lot;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyCommand.PayReward;
import pe.comanda.domain.loyalty.LoyaltyEvent.RewardPaid;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.rewards.RewardId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Snapshots that an earlier version stored are the whole of what they were taken of. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OldSnapshotsTest {
    private static final String AGGREGATE = "pe.comanda.command.loyalty.LoyaltyAccountAggregate";
    private static final OrderId SOLD = new OrderId("order-1");

    /** As it was stored before there were rewards. */
    private static final String BEFORE_REWARDS =
            """
            {"id":"points-1",
             "owner":{"organization":"org-1","branch":null},
             "account":{"lots":[{"points":250,"since":"2026-11-21T18:05:10.123456Z"}],
              "balance":250,"lifetime":300,"earned":{"order-1":{"points":300,"left":300}}}}""";

    @Test
    void points_from_before_there_were_rewards_pay_for_one() throws Exception {
        var since = Instant.parse("2026-11-21T18:05:10.123456Z");
        var account = read(BEFORE_REWARDS);
        assertThat(account)
                .isEqualTo(
                        new LoyaltyAccount(
                                List.of(new Lot(250, since)),
                                250,
                                300,
                                Map.of(SOLD, new Earning(300, 300)),
                                Map.of()));

        var reward = new RewardId("reward-1");
        var id = new LoyaltyAccountId("points-1");
        var pay = new PayReward(id, SOLD, reward, "Chicha", 150, since.plusSeconds(60));
        assertThat(account.decide(pay))
                .containsExactly(
                        new RewardPaid(
                                id,
                                SOLD,
                                reward,
                                "Chicha",
                                150,
                                List.of(new Lot(150, since)),
                                100));
    }

    private static LoyaltyAccount read(String snapshot) throws ReflectiveOperationException {
        var general = new AxonConfiguration().serializer(new AnnotationRevisionResolver());
        Object aggregate =
                general.deserialize(
                        new SimpleSerializedObject<>(
                                snapshot.getBytes(StandardCharsets.UTF_8),
                                byte[].class,
                                new SimpleSerializedType(AGGREGATE, null)));
        assertThat(withoutRewards(general.serialize(aggregate, byte[].class).getData()))
                .as("but for rewards, what is stored today")
                .isEqualTo(JsonMapper.shared().readTree(snapshot));
        Field account = aggregate.getClass().getDeclaredField("account");
        account.setAccessible(true);
        return (LoyaltyAccount) account.get(aggregate);
    }

    private static JsonNode withoutRewards(byte[] snapshot) {
        var tree = JsonMapper.shared().readTree(snapshot);
        assertThat(((ObjectNode) tree.path("account")).remove("paid")).isNotNull();
        return tree;
    }
}
