package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * One event's statement fails in PostgreSQL, amid a batch of others: they are all shown, it waits
 * with what follows it, and is handled when the cause is gone.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoisonedBatchTest {
    private static final String VIEW = "view-stock";
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Where in the life of a transaction PostgreSQL refuses the row. */
    enum Poison {
        IN_A_STATEMENT(
                "alter table stock_item add constraint poisoned_row check (name <> 'Veneno')",
                "alter table stock_item drop constraint if exists poisoned_row"),
        AT_THE_COMMIT(
                """
                create function poison() returns trigger language plpgsql as
                    $$ begin if new.name = 'Veneno' then raise exception 'poison'; end if; return null; end $$;
                create constraint trigger poisoned_commit after insert or update on stock_item
                    deferrable initially deferred for each row execute function poison()""",
                "drop function if exists poison cascade");

        private final String poison;
        private final String cure;

        Poison(String poison, String cure) {
            this.poison = poison;
            this.cure = cure;
        }
    }

    @Autowired private EventProcessingConfiguration processing;
    @Autowired private Environment settings;
    @LocalServerPort private int port;
    private Tenant house;
    private Larder larder;
    private Letters letters;
    private Http admin;
    private JdbcClient owner;
    private StreamingEventProcessor view;

    @BeforeEach
    void a_house_whose_stock_nobody_reads_for_a_moment() {
        house = new Newcomers(new Http("http://localhost:" + port, "")).signUp();
        larder = new Larder(house);
        letters = new Letters(house.asAdmin());
        admin = house.asAdmin();
        owner = TableOwner.of(settings);
        view = processing.eventProcessor(VIEW, StreamingEventProcessor.class).orElseThrow();
        view.shutDown();
    }

    @AfterEach
    void nothing_is_poisoned_any_more() {
        for (var poison : Poison.values()) {
            owner.sql(poison.cure).update();
        }
        if (!view.isRunning()) {
            view.start();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_others_are_shown_it_waits_and_is_handled_when_the_cause_is_gone(Poison poison) {
        var limes = larder.register("Limón");
        var before = larder.register("Aceite");
        var poisoned = larder.register("Veneno");
        waste(poisoned);
        var after = larder.register("Zanahoria");
        waste(limes);
        owner.sql(poison.poison).update();
        view.start();

        var both = await().atMost(SOON).until(letters::all, l -> l.size() == 2);
        assertThat(both.get(0).path("sequence").asString()).isEqualTo(poisoned);
        assertThat(both.get(0).path("cause").asString()).containsIgnoringCase("poison");
        assertThat(both.get(1).path("cause").asString()).isEqualTo("after another");
        await().atMost(SOON).until(() -> larder.item(after).status() == 200);
        assertThat(larder.item(before).mustBe(200).text("balance")).isEqualTo("4");
        assertThat(larder.item(limes).mustBe(200).text("balance")).isEqualTo("3");
        assertThat(larder.item(poisoned).status()).isEqualTo(404);

        assertThat(letters.retried(VIEW)).as("its cause is still there").isZero();
        assertThat(letter().path("tries").asInt()).isGreaterThanOrEqualTo(2);
        var alsoAfter = larder.register("Culantro");
        await().atMost(SOON).until(() -> larder.item(alsoAfter).status() == 200);

        owner.sql(poison.cure).update();
        await().atMost(SOON).until(() -> letters.retried(VIEW) == 1 || letters.all().isEmpty());
        assertThat(letters.all()).isEmpty();
        assertThat(larder.item(poisoned).mustBe(200).text("balance")).isEqualTo("3");
        assertThat(view.isError()).isFalse();
    }

    private void waste(String item) {
        admin.post(
                        larder.items() + "/" + item + "/waste",
                        "{\"quantity\":\"1\",\"reason\":\"Se cayó\"}")
                .mustBe(200);
    }

    private JsonNode letter() {
        return letters.all().get(0);
    }
}
