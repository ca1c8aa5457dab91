package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;

import pe.comanda.story.Http;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tills that send no key and never ask again: their commands store nothing but events, and share
 * their commits. What was answered must be there; what was not may be, whole, or not at all.
 */
final class Hurried {
    private final Queue<String> placed = new ConcurrentLinkedQueue<>();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<Runnable> blow = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    void start(Http till, int callers) {
        threads.clear();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.ofPlatform().start(() -> call(till)));
        }
    }

    /** They stop when nobody answers any more. */
    void awaitEnd() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    int acknowledged() {
        return confirmed.size();
    }

    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void call(Http till) {
        var order = "";
        while (true) {
            try {
                if (order.isEmpty()) {
                    order = asked(till, Callers.BRANCH + "/orders", Callers.ORDER).id();
                    placed.add(order);
                    strike();
                } else {
                    var unused = asked(till, "/api/v1/orders/" + order + "/confirmation", "{}");
                    confirmed.add(order);
                    strike();
                    order = "";
                }
            } catch (RuntimeException _) {
                var unused = unanswered.incrementAndGet();
                return;
            }
        }
    }

    /**
     * Done by whoever is answered next, before anything else: what was answered and not stored yet
     * is lost then, be it for a millisecond.
     */
    void atTheNextAnswer(Runnable done) {
        blow.set(done);
    }

    private void strike() {
        var mine = blow.getAndSet(null);
        if (mine != null) {
            mine.run();
        }
    }

    /** Without the key that {@link Http#post} sends. */
    private Http.Answer asked(Http till, String path, String json) {
        var answer = till.exchange("POST", path, json, Map.of());
        if (answer.status() >= 300) {
            unexpected.add(answer.status() + " " + answer.body());
            throw new IllegalStateException("Unexpected");
        }
        return answer;
    }

    /**
     * @param shown all orders that nobody else placed, by their ids
     */
    void findTheirOrdersIn(Map<String, JsonNode> shown) {
        assertThat(placed).as("acknowledged once each").doesNotHaveDuplicates();
        assertThat(shown.keySet()).as("acknowledged, and there").containsAll(placed);
        var others = new TreeSet<>(shown.keySet());
        others.removeAll(placed);
        assertThat(others)
                .as("there without an answer: no more than requests that got none")
                .hasSizeLessThanOrEqualTo(unanswered.get());
        shown.forEach(
                (order, as) -> {
                    var status = as.path("status").asString();
                    assertThat(status).as(order).isIn("PENDING", "CONFIRMED");
                    if (confirmed.contains(order)) {
                        assertThat(status).as(order).isEqualTo("CONFIRMED");
                    }
                    assertThat(as.path("number").asInt()).as(order).isPositive();
                });
    }
}
