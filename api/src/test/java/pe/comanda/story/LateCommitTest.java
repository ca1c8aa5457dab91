package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.inventory.InventoryEvent.WasteRecorded;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.story.Newcomers.Tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that are committed after others behind them (a saga's large batch while orders come) reach
 * their readers with the position of those: none may be taken for another.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateCommitTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final StockItemId LATE = Larder.newItem();

    @LocalServerPort private int port;
    @Autowired private EventStore events;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void what_is_committed_late_is_audited_and_moves_stock_event_by_event() throws Exception {
        var house = new Newcomers(new Http("http://localhost:" + port, "")).signUp();
        var larder = new Larder(house);
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            larder.publish(
                                    events,
                                    LATE,
                                    Larder.registered(LATE),
                                    wasted("1", "3"),
                                    wasted("2", "1"));
                            onAnotherThread(() -> larder.awaitItem(larder.register("Limón")));
                        });
        larder.awaitItem(LATE.value());

        // Its reader may take the first of them before the others.
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(kindsPageByPage(house))
                                        .containsExactly("WASTE", "WASTE", "OPENING"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(versionsPageByPage(house)).containsExactly(0L, 1L, 2L));
    }

    private static WasteRecorded wasted(String quantity, String left) {
        return new WasteRecorded(LATE, Quantity.of(quantity), "merma", Quantity.of(left));
    }

    private static List<String> kindsPageByPage(Tenant house) {
        var kinds = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    house.asAdmin()
                            .get(
                                    "%s/%s/movements?limit=1&cursor=%s"
                                            .formatted(
                                                    new Larder(house).items(),
                                                    LATE.value(),
                                                    cursor))
                            .mustBe(200)
                            .body();
            page.path("items").forEach(m -> kinds.add(m.path("kind").asString()));
            cursor = page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return kinds;
    }

    private static List<Long> versionsPageByPage(Tenant house) {
        var versions = new ArrayList<Long>();
        var cursor = "";
        do {
            var page =
                    house.asAdmin()
                            .get(
                                    "/api/v1/audit/timeline?limit=1&aggregate=%s&cursor=%s"
                                            .formatted(LATE.value(), cursor))
                            .mustBe(200)
                            .body();
            page.path("items").forEach(e -> versions.add(e.path("version").asLong()));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return versions;
    }

    private static void onAnotherThread(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
