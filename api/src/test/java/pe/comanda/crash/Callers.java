package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;

import pe.comanda.story.Http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Several tills that place an order and confirm it, one after the other, each request under a key
 * of its own. What was answered is remembered; what was not is asked again under the same key.
 */
public final class Callers {
    public static final String BRANCH = "/api/v1/branches/branch-demo-miraflores";
    public static final List<String> INGREDIENTS =
            List.of("pescado", "limon", "cebolla", "aji-limo", "culantro", "camote", "choclo");

    /** Of each ingredient, before they begin. */
    public static final BigDecimal STOCK = new BigDecimal(100_000);

    private static final long PAUSE = 200_000_000;
    static final String ORDER =
            """
            {"type":"TAKEOUT","lines":[{"dish":"dish-demo-miraflores-ceviche-clasico","quantity":1,
             "options":["option-demo-miraflores-picante-regular","option-demo-miraflores-tamano-personal"]}]}""";

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, String> placed = new ConcurrentHashMap<>();
    private final Set<Integer> confirmed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** How often they were told to come back later. */
    public int turnedAway() {
        return turnedAway.get();
    }

    /** Answers that nobody should get, whatever happens to the program. */
    public List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    public int acknowledged() {
        return confirmed.size();
    }

    public void start(Http till, int callers) {
        threads.clear();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.ofPlatform().start(() -> call(till)));
        }
    }

    /** So that nothing runs short. */
    public static void fillTheLarder(Http manager) {
        for (var ingredient : INGREDIENTS) {
            manager.post(
                            BRANCH
                                    + "/inventory/items/stock-demo-miraflores-"
                                    + ingredient
                                    + "/counts",
                            "{\"counted\":\"%s\",\"reason\":\"Prueba\"}".formatted(STOCK))
                    .mustBe(200);
        }
    }

    /** They stop by themselves when nobody answers any more. */
    void awaitEnd() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Stops them after the order that each is at. */
    public void stop() throws InterruptedException {
        stopped = true;
        awaitEnd();
    }

    private void call(Http till) {
        try {
            while (!stopped) {
                int number = asked.incrementAndGet();
                var answer = patiently(() -> place(till, number));
                if (isUnexpected(answer, 201)) {
                    return;
                }
                placed.put(number, answer.id());
                if (number % 10 != 0) {
                    if (isUnexpected(patiently(() -> confirm(till, number)), 200)) {
                        return;
                    }
                    confirmed.add(number);
                }
            }
        } catch (RuntimeException _) {
            // Nobody answers: that is what this is about.
        }
    }

    /** Who is told that it is not available at the moment asks again, under the same key. */
    private Http.Answer patiently(Supplier<Http.Answer> question) {
        var answer = question.get();
        while (answer.status() == 503) {
            turnedAway.incrementAndGet();
            LockSupport.parkNanos(PAUSE);
            answer = question.get();
        }
        return answer;
    }

    private boolean isUnexpected(Http.Answer answer, int expected) {
        if (answer.status() != expected) {
            unexpected.add(answer.status() + " " + answer.body());
        }
        return answer.status() != expected;
    }

    /** Every tenth is only placed; the others end up confirmed. */
    public void askAgain(Http till) {
        for (int number = 1; number <= asked.get(); number++) {
            var order = place(till, number).mustBe(201).id();
            var before = placed.put(number, order);
            assertThat(before == null || before.equals(order))
                    .as("order %s became %s", before, order)
                    .isTrue();
            if (number % 10 != 0) {
                confirm(till, number).mustBe(200);
                confirmed.add(number);
            }
        }
    }

    private static Http.Answer place(Http till, int number) {
        return till.exchange(
                "POST",
                BRANCH + "/orders",
                ORDER,
                Map.of("Idempotency-Key", "till-place-" + number));
    }

    private Http.Answer confirm(Http till, int number) {
        return till.exchange(
                "POST",
                "/api/v1/orders/" + placed.get(number) + "/confirmation",
                "{}",
                Map.of("Idempotency-Key", "till-confirm-" + number));
    }

    /** Every order by its id, and whether it is confirmed. */
    public Map<String, Boolean> orders() {
        var orders = new TreeMap<String, Boolean>();
        placed.forEach((number, order) -> orders.put(order, confirmed.contains(number)));
        assertThat(orders).as("two keys, one order").hasSize(placed.size());
        return orders;
    }
}
