package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryEvent.ItemRegistered;
import pe.comanda.domain.inventory.InventoryEvent.WasteRecorded;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.story.Newcomers.Tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Events that are committed after others behind them (a saga's large batch while orders come) reach
 * their readers with the position of those: none may be taken for another.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateCommitTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final StockItemId LATE = new StockItemId("stock-" + UUID.randomUUID());

    @LocalServerPort private int port;
    @Autowired private EventStore events;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void what_is_committed_late_is_audited_and_moves_stock_event_by_event() throws Exception {
        var house = new Newcomers(new Http("http://localhost:" + port, "")).signUp();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            publish(house, registered(), wasted("1", "3"), wasted("2", "1"));
                            onAnotherThread(() -> awaitItem(house, registerAnother(house)));
                        });
        awaitItem(house, LATE.value());

        assertThat(kindsPageByPage(house)).containsExactly("WASTE", "WASTE", "OPENING");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(versionsPageByPage(house)).containsExactly(0L, 1L, 2L));
    }

    private void publish(Tenant house, InventoryEvent... applied) {
        var here = Caller.system(house.organization(), house.branch(), "late").toMetadata();
        TenantScope.run(
                house.organization(),
                () -> {
                    for (int i = 0; i < applied.length; i++) {
                        events.publish(
                                new GenericDomainEventMessage<>(
                                        "InventoryItem", LATE.value(), i, applied[i], here));
                    }
                });
    }

    private static ItemRegistered registered() {
        return new ItemRegistered(
                LATE, "Ají", Unit.KILOGRAM, "", Quantity.ZERO, UnitCost.ZERO, Quantity.of("4"));
    }

    private static WasteRecorded wasted(String quantity, String left) {
        return new WasteRecorded(LATE, Quantity.of(quantity), "merma", Quantity.of(left));
    }

    private static String registerAnother(Tenant house) {
        var item = "stock-" + UUID.randomUUID();
        house.asAdmin()
                .post(
                        items(house),
                        "{\"item\":\"%s\",\"name\":\"Limón\",\"unit\":\"KILOGRAM\",\"opening\":\"4\"}"
                                .formatted(item))
                .mustBe(201);
        return item;
    }

    private static List<String> kindsPageByPage(Tenant house) {
        var kinds = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    house.asAdmin()
                            .get(
                                    "%s/%s/movements?limit=1&cursor=%s"
                                            .formatted(items(house), LATE.value(), cursor))
                            .mustBe(200)
                            .body();
            page.path("items").forEach(m -> kinds.add(m.path("kind").asString()));
            cursor = page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return kinds;
    }

    private static List<Long> versionsPageByPage(Tenant house) {
        var versions = new ArrayList<Long>();
        var cursor = "-1";
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

    private static String items(Tenant house) {
        return "/api/v1/branches/" + house.branch() + "/inventory/items";
    }

    private static void awaitItem(Tenant house, String item) {
        await().atMost(SOON)
                .until(() -> house.asAdmin().get(items(house) + "/" + item).status() == 200);
    }

    private static void onAnotherThread(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
