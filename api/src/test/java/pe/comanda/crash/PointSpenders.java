package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import pe.comanda.story.Http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Regulars who let points pay for something of every order, and think better of every third. Each
 * order bears an id of the till's own. Whoever gets no answer asks again, until there is one.
 */
final class PointSpenders {
    private static final String V = "/api/v1";
    private static final String CUSTOMERS = V + "/customers";
    private static final String REWARDS = V + "/loyalty/rewards";
    private static final int PURSE = 500_000;
    private static final int PRICE = 10;
    private static final long PAUSE = 200_000_000;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Map<String, Map<String, Boolean>> orders = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final String reward;
    private volatile boolean stopped;

    /**
     * @param anybody of the program, which must run
     */
    PointSpenders(Http anybody, int regulars) {
        var manager = anybody.signIn("gerente");
        reward =
                anybody.signIn("admin")
                        .post(
                                REWARDS,
                                """
                                {"terms":{"name":"Décimo","points":%d,
                                 "benefit":{"kind":"PERCENTAGE","percent":"10"}}}"""
                                        .formatted(PRICE))
                        .mustBe(201)
                        .id();
        for (int i = 0; i < regulars; i++) {
            var phone = "9" + String.format("%08d", System.nanoTime() % 100_000_000);
            var person = "{\"name\":\"Ana Torres\",\"phone\":\"" + phone + "\"}";
            var customer = manager.post(CUSTOMERS, person).mustBe(201).id();
            manager.post(
                            CUSTOMERS + "/" + customer + "/points/adjustments",
                            "{\"points\":%d,\"reason\":\"Para la prueba\"}".formatted(PURSE))
                    .mustBe(200);
            orders.put(customer, new ConcurrentHashMap<>());
        }
    }

    /** How many orders are as they should be. */
    int done() {
        return done.get();
    }

    /** How often nobody answered, or said to come back later. */
    int unanswered() {
        return unanswered.get();
    }

    void start(Http cashier) {
        orders.forEach(
                (customer, own) ->
                        threads.add(
                                Thread.ofPlatform()
                                        .start(() -> comeAgain(cashier, customer, own))));
    }

    /** Stops them after the order that each is at. */
    void stop() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    private void comeAgain(Http cashier, String customer, Map<String, Boolean> own) {
        for (int number = 1; !stopped && unexpected.isEmpty(); number++) {
            var id = "order-" + UUID.randomUUID();
            var order = V + "/orders/" + id;
            asked(
                    cashier,
                    Callers.BRANCH + "/orders",
                    """
                    {"order":"%s","type":"TAKEOUT","customer":"%s",
                     "lines":[{"dish":"dish-demo-miraflores-chicha-morada","quantity":1}]}"""
                            .formatted(id, customer),
                    "ALREADY_EXISTS");
            asked(
                    cashier,
                    order + "/reward",
                    "{\"reward\":\"" + reward + "\"}",
                    "ORDER_HAS_A_REWARD");
            boolean kept = number % 3 != 0;
            if (!kept) {
                asked(cashier, order + "/reward/removal", "{}", "ORDER_HAS_NO_REWARD");
            }
            own.put(id, kept);
            var unused = done.incrementAndGet();
        }
    }

    /**
     * @param alsoDone what is said where the first time nobody heard the answer
     */
    private void asked(Http cashier, String path, String json, String alsoDone) {
        var key = UUID.randomUUID().toString();
        boolean again = false;
        while (true) {
            try {
                var answer = cashier.exchange("POST", path, json, Map.of("Idempotency-Key", key));
                if (answer.status() != 503) {
                    boolean fine = answer.status() < 300 || again && answer.code().equals(alsoDone);
                    if (!fine) {
                        unexpected.add(path + " -> " + answer.status() + " " + answer.body());
                    }
                    return;
                }
            } catch (IllegalStateException _) {
                // Nobody is there.
            }
            again = true;
            var unused = unanswered.incrementAndGet();
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Orders, reward and accounts tell the same, and what the regulars were told. */
    void allAgree(Http manager) {
        assertThat(unexpected).isEmpty();
        var kept = new AtomicInteger();
        orders.forEach(
                (customer, own) -> {
                    int mine = (int) own.values().stream().filter(it -> it).count();
                    var unused = kept.addAndGet(mine);
                    own.forEach(
                            (order, with) ->
                                    assertThat(hasReward(manager, order))
                                            .as(order)
                                            .isEqualTo(with));
                    await(customer)
                            .atMost(SOON)
                            .untilAsserted(
                                    () ->
                                            assertThat(points(manager, customer))
                                                    .isEqualTo(PURSE - PRICE * mine));
                });
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                manager.get(REWARDS + "/" + reward)
                                                        .mustBe(200)
                                                        .body()
                                                        .path("reward")
                                                        .path("redeemed")
                                                        .asInt())
                                        .isEqualTo(kept.get()));
    }

    private static boolean hasReward(Http manager, String order) {
        return manager.get(V + "/orders/" + order).mustBe(200).body().path("reward").isObject();
    }

    private static int points(Http manager, String customer) {
        return manager.get(CUSTOMERS + "/" + customer + "/points")
                .mustBe(200)
                .body()
                .path("balance")
                .asInt(-1);
    }
}
