package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.story.Http;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program is killed twice while orders pour in, the second time with its database. Afterwards
 * nothing that was accepted is missing, and nothing happened twice.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final String V = "/api/v1";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int CALLERS = 6;
    private static final int UNDER_LOAD = 60;

    private final Callers callers = new Callers();
    private final Hurried hurried = new Hurried();

    @Test
    void nothing_accepted_is_lost_and_nothing_happens_twice_when_it_is_killed_under_load()
            throws Exception {
        try (var program = new OwnProcess(Path.of("target", "kill").toAbsolutePath())) {
            start(program);
            program.awaitLine("is open");
            Callers.fillTheLarder(manager(program));

            load(program);
            end(program.killing());

            start(program);
            callers.askAgain(manager(program));
            load(program);
            end(program.powerCut());

            start(program);
            callers.askAgain(manager(program));
            assertThat(callers.unexpected()).isEmpty();
            assertThat(hurried.unexpected()).isEmpty();
            await().atMost(SOON).until(() -> everybodyIsAtTheHead(program));
            ordersAreAllThereOnce(program);
            stockIsExact(program);
            viewsAgreeWithTheHistory(program);
        }
    }

    static void start(OwnProcess program) throws Exception {
        program.start(
                "--comanda.super-admin.email=plataforma@demo.pe",
                "--comanda.super-admin.password=ceviche-de-demo");
    }

    private static Http manager(OwnProcess program) {
        return new Http(program.base(), "").signIn("gerente");
    }

    /** Comes back when it is in full swing. */
    private void load(OwnProcess program) {
        int before = callers.acknowledged();
        int inHurryBefore = hurried.acknowledged();
        callers.start(manager(program), CALLERS);
        hurried.start(manager(program), CALLERS);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            assertThat(callers.unexpected()).isEmpty();
                            return callers.acknowledged() >= before + UNDER_LOAD
                                    && hurried.acknowledged() >= inHurryBefore + UNDER_LOAD;
                        });
    }

    /** In the moment in which somebody has their answer. */
    private void end(OwnProcess.Blow blow) throws InterruptedException {
        hurried.atTheNextAnswer(blow);
        callers.awaitEnd();
        hurried.awaitEnd();
        blow.awaitEnd();
    }

    static boolean everybodyIsAtTheHead(OwnProcess program) {
        var processors =
                new Http(program.base(), "")
                        .signIn("plataforma")
                        .get(V + "/operations/processors")
                        .mustBe(200)
                        .body()
                        .path("items");
        return !processors.isEmpty()
                && processors
                        .valueStream()
                        .allMatch(
                                p ->
                                        p.path("caughtUp").asBoolean()
                                                && p.path("deadLetters").asInt() == 0);
    }

    private void ordersAreAllThereOnce(OwnProcess program) {
        var shown = shown(program);
        var numbers = shown.values().stream().map(o -> o.path("number").asInt()).toList();
        assertThat(numbers).doesNotHaveDuplicates();
        callers.orders()
                .forEach(
                        (order, confirmed) -> {
                            assertThat(shown).containsKey(order);
                            assertThat(isConfirmed(shown.remove(order)))
                                    .as(order)
                                    .isEqualTo(confirmed);
                        });
        hurried.findTheirOrdersIn(shown);
    }

    private static Map<String, JsonNode> shown(OwnProcess program) {
        var shown = new TreeMap<String, JsonNode>();
        all(manager(program), Callers.BRANCH + "/orders")
                .forEach(
                        order ->
                                assertThat(shown.put(order.path("id").asString(), order))
                                        .as("shown twice")
                                        .isNull());
        return shown;
    }

    private static boolean isConfirmed(JsonNode order) {
        assertThat(order.path("status").asString()).isIn("PENDING", "CONFIRMED");
        return order.path("status").asString().equals("CONFIRMED");
    }

    /** Each confirmed order took its ingredients once, the others none; the larder agrees. */
    private static void stockIsExact(OwnProcess program) {
        var manager = manager(program);
        var taken = new TreeMap<String, BigDecimal>();
        shown(program)
                .forEach(
                        (id, order) -> {
                            var deductions =
                                    manager.get(Callers.BRANCH + "/orders/" + id + "/stock")
                                            .mustBe(200)
                                            .body()
                                            .path("items");
                            assertThat(deductions.size())
                                    .as(id)
                                    .isEqualTo(isConfirmed(order) ? 1 : 0);
                            deductions.forEach(deduction -> add(deduction, taken));
                        });
        assertThat(taken).containsKey("stock-demo-miraflores-pescado");
        for (var ingredient : Callers.INGREDIENTS) {
            var item = "stock-demo-miraflores-" + ingredient;
            var balance =
                    manager.get(Callers.BRANCH + "/inventory/items/" + item)
                            .mustBe(200)
                            .text("balance");
            assertThat(new BigDecimal(balance))
                    .as(ingredient)
                    .isEqualByComparingTo(
                            Callers.STOCK.subtract(taken.getOrDefault(item, BigDecimal.ZERO)));
        }
    }

    private static void add(JsonNode deduction, Map<String, BigDecimal> taken) {
        assertThat(deduction.path("status").asString()).isEqualTo("TAKEN");
        for (var line : deduction.path("lines")) {
            for (var need : line.path("needs")) {
                taken.merge(
                        need.path("item").asString(),
                        new BigDecimal(need.path("quantity").asString()),
                        BigDecimal::add);
            }
        }
    }

    /** Built anew from the first event, the screens show the same. */
    private static void viewsAgreeWithTheHistory(OwnProcess program) {
        var manager = manager(program);
        var orders = all(manager, Callers.BRANCH + "/orders");
        var board = manager.get(Callers.BRANCH + "/kitchen/board").mustBe(200).body();
        var stock = all(manager, Callers.BRANCH + "/inventory/items");
        var platform = new Http(program.base(), "").signIn("plataforma");
        for (var view : List.of("view-live", "view-stock")) {
            platform.post(V + "/operations/processors/" + view + "/replay", "{}").mustBe(202);
        }
        await().atMost(SOON).until(() -> everybodyIsAtTheHead(program));
        assertThat(all(manager, Callers.BRANCH + "/orders")).isEqualTo(orders);
        assertThat(manager.get(Callers.BRANCH + "/kitchen/board").mustBe(200).body())
                .isEqualTo(board);
        assertThat(all(manager, Callers.BRANCH + "/inventory/items")).isEqualTo(stock);
    }

    static List<JsonNode> all(Http who, String path) {
        var all = new ArrayList<JsonNode>();
        var cursors = new HashSet<String>();
        var cursor = "";
        do {
            var page = who.get(path + "?limit=200&cursor=" + cursor).mustBe(200);
            page.body().path("items").forEach(all::add);
            cursor = page.text("nextCursor");
        } while (cursors.add(cursor) && !cursor.isEmpty());
        return all;
    }
}
