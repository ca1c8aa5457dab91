package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.story.Newcomers.Tenant;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A view that is built again from the first event is the same, whatever happens meanwhile. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuiltViewsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired private JdbcTemplate sql;
    @Autowired private EventStore events;
    @Autowired private EventProcessingConfiguration processing;
    @Autowired private PlatformTransactionManager transactions;
    @LocalServerPort private int port;
    private ViewTables tables;
    private Readers readers;
    private Http anybody;

    @BeforeEach
    void everything_is_read() throws IOException {
        anybody = new Http("http://localhost:" + port, "");
        tables = new ViewTables(sql);
        readers = new Readers(SuspensionTest.platform(anybody));
        readers.awaitRest();
    }

    @Test
    void every_view_is_the_same_after_an_evening_and_nobody_is_told_anything_twice()
            throws IOException {
        new Story() {
            @Override
            Http anybody() {
                return anybody;
            }
        }.a_table_orders_the_kitchen_cooks_stock_goes_down_the_bill_is_paid_and_an_auditor_replays_it();
        AllRebuilt.areTheSame(anybody, sql);
    }

    @Test
    void what_happens_while_a_view_is_rebuilt_is_in_it() throws InterruptedException {
        var house = new Newcomers(anybody).signUp();
        var larder = new Larder(house);
        var registered = new ArrayList<String>();
        var over = new AtomicBoolean();
        var till =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!over.get()) {
                                        registered.add(larder.register("Limón"));
                                    }
                                });
        for (int i = 0; i < 5; i++) {
            readers.replay("view-stock");
            await().atMost(SOON).until(() -> !replaying());
        }
        over.set(true);
        till.join();
        assertThat(registered).isNotEmpty();
        readers.awaitRest();

        registered.forEach(item -> assertThat(larder.item(item).status()).isEqualTo(200));
        var before = tables.rows(house.organization());
        readers.replay("view-stock");
        readers.awaitRest();
        assertThat(tables.rows(house.organization())).isEqualTo(before);
    }

    @Test
    void what_is_not_committed_yet_when_a_rebuild_begins_is_in_the_view_once() {
        var house = new Newcomers(anybody).signUp();
        var larder = new Larder(house);
        var late = Larder.newItem();
        var committed = new ArrayList<String>();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            larder.publish(events, late, Larder.registered(late));
                            // On a thread of its own: its commit overtakes this one.
                            var other = new ArrayList<String>();
                            join(
                                    Thread.ofPlatform()
                                            .start(() -> other.add(larder.register("Limón"))));
                            committed.addAll(other);
                            join(
                                    Thread.ofPlatform()
                                            .start(
                                                    () -> {
                                                        larder.awaitItem(other.getFirst());
                                                        readers.replay("view-stock");
                                                        await().atMost(SOON)
                                                                .until(() -> !replaying());
                                                        larder.awaitItem(other.getFirst());
                                                    }));
                        });
        larder.awaitItem(late.value());

        assertThat(larder.item(committed.getFirst()).text("balance")).isEqualTo("4");
        assertThat(movements(late, house)).isOne();
        readers.awaitRest();
    }

    @Test
    void a_view_that_another_process_reads_is_not_replayed_from_here() {
        var view =
                processing.eventProcessor("view-menu", StreamingEventProcessor.class).orElseThrow();
        view.shutDown();
        sql.update(
                "update token_entry set owner = 'another', timestamp = ? where processor_name = 'view-menu'",
                Instant.now().toString());
        var before = tables.rows("org-demo");

        assertThat(readers.tryReplay("view-menu").mustBe(409).code())
                .isEqualTo("VIEW_READ_ELSEWHERE");

        assertThat(tables.rows("org-demo")).isEqualTo(before);
        sql.update("update token_entry set owner = null where processor_name = 'view-menu'");
        readers.awaitRest();
    }

    private long movements(StockItemId item, Tenant house) {
        return tables.rows(house.organization()).get("stock_movement").stream()
                .filter(row -> row.contains(item.value()))
                .count();
    }

    private boolean replaying() {
        return readers.of("view-stock").path("replaying").asBoolean();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
