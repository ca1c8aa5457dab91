package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;

import pe.comanda.story.Http;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Customers, each at a till of their own, who order and let their points pay for a reward; every
 * third changes their mind. Each request has a key of its own and is asked again under it.
 */
final class Redeemers {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String REWARDS = "/api/v1/loyalty/rewards";
    private static final int GIVEN = 900_000;
    private static final int COST = 10;
    private static final String ORDER =
            """
            {"type":"TAKEOUT","customer":"%s","lines":[
             {"dish":"dish-demo-miraflores-chicha-morada","quantity":1}]}""";

    private final List<Customer> customers = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> blow = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private String reward = "";

    /**
     * @param asked how many orders this customer asked for
     */
    private record Customer(String id, AtomicInteger asked, Map<Integer, String> orders) {}

    /** One reward for all of them, and more points than they can spend. */
    void arrive(Http admin, int many) {
        reward =
                admin.post(
                                REWARDS,
                                """
                                {"terms":{"name":"Un sol","points":%d,
                                 "benefit":{"kind":"FIXED_AMOUNT","amount":"1.00"}}}"""
                                        .formatted(COST))
                        .mustBe(201)
                        .id();
        for (int i = 0; i < many; i++) {
            var phone = "9" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
            var person = "{\"name\":\"Ana Torres\",\"phone\":\"%s\"}".formatted(phone);
            var id = admin.post(CUSTOMERS, person).mustBe(201).id();
            var gift = "{\"points\":%d,\"reason\":\"Prueba\"}".formatted(GIVEN);
            admin.post(CUSTOMERS + "/" + id + "/points/adjustments", gift).mustBe(200);
            customers.add(new Customer(id, new AtomicInteger(), new ConcurrentHashMap<>()));
        }
    }

    void start(Http till) {
        threads.clear();
        for (var customer : customers) {
            threads.add(Thread.ofPlatform().start(() -> call(till, customer)));
        }
    }

    /** They stop when nobody answers any more. */
    void awaitEnd() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    /** How many redemptions were answered. */
    int acknowledged() {
        return acknowledged.size();
    }

    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Done in the moment in which the next redemption is answered. */
    void atTheNextAnswer(Runnable done) {
        blow.set(done);
    }

    private void call(Http till, Customer customer) {
        try {
            while (true) {
                ask(till, customer, customer.asked().incrementAndGet());
            }
        } catch (RuntimeException _) {
            // Nobody answers: that is what this is about.
        }
    }

    /** Whatever was asked is asked again, answered before or not. */
    void askAgain(Http till) {
        for (var customer : customers) {
            for (int number = 1; number <= customer.asked().get(); number++) {
                ask(till, customer, number);
            }
        }
    }

    private void ask(Http till, Customer customer, int number) {
        var key = customer.id() + "-" + number;
        var order =
                answered(
                                till,
                                Callers.BRANCH + "/orders",
                                ORDER.formatted(customer.id()),
                                key + "-place",
                                201)
                        .id();
        var before = customer.orders().put(number, order);
        assertThat(before == null || before.equals(order))
                .as("order %s became %s", before, order)
                .isTrue();
        var path = "/api/v1/orders/" + order + "/reward";
        answered(till, path, "{\"reward\":\"" + reward + "\"}", key + "-redeem", 200);
        acknowledged.add(order);
        var mine = blow.getAndSet(null);
        if (mine != null) {
            mine.run();
        }
        if (isTakenOff(number)) {
            answered(till, path + "/removal", "{}", key + "-remove", 200);
        }
    }

    private static boolean isTakenOff(int number) {
        return number % 3 == 0;
    }

    private Http.Answer answered(Http till, String path, String json, String key, int expected) {
        var answer = till.exchange("POST", path, json, Map.of("Idempotency-Key", key));
        if (answer.status() != expected) {
            unexpected.add(path + " " + answer.status() + " " + answer.body());
            throw new IllegalStateException("Unexpected");
        }
        return answer;
    }

    /** Orders, the count of the reward and the points tell the same, and nothing twice. */
    void orderRewardAndPointsAgree(Http manager) {
        int held = 0;
        for (var customer : customers) {
            int mine = 0;
            for (var order : customer.orders().entrySet()) {
                var view = manager.get("/api/v1/orders/" + order.getValue()).mustBe(200).body();
                boolean has = !view.path("reward").isMissingNode();
                assertThat(has).as("order %s", order).isEqualTo(!isTakenOff(order.getKey()));
                assertThat(view.path("due").asString()).isEqualTo(has ? "17.00" : "18.00");
                mine += has ? 1 : 0;
            }
            assertThat(customer.orders()).hasSize(customer.asked().get());
            pointsAgree(manager, customer, mine);
            held += mine;
        }
        var details = manager.get(REWARDS + "/" + reward).mustBe(200).body();
        assertThat(details.path("reward").path("redeemed").asInt()).isEqualTo(held);
    }

    private static void pointsAgree(Http manager, Customer customer, int held) {
        var movements =
                KillTest.all(manager, CUSTOMERS + "/" + customer.id() + "/points/movements");
        int redeemed = customer.orders().size();
        assertThat(count(movements, "REDEEMED")).isEqualTo(redeemed);
        assertThat(count(movements, "RETURNED")).isEqualTo(redeemed - held);
        assertThat(movements.getFirst().path("balance").asInt()).isEqualTo(GIVEN - COST * held);
    }

    private static long count(List<JsonNode> movements, String kind) {
        return movements.stream()
                .filter(movement -> movement.path("kind").asString().equals(kind))
                .count();
    }
}
