package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.story.Newcomers.Tenant;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** An event that cannot be handled waits, is seen, parked, and handled when its cause is gone. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {
    private static final String LETTERS = Letters.PATH;
    private static final String VIEW = "view-stock";

    @Autowired private EventStore events;
    @LocalServerPort private int port;
    private Http anybody;
    private Tenant house;
    private Larder larder;
    private Letters letters;
    private Http admin;
    private StockItemId item;

    @BeforeEach
    void an_event_that_cannot_be_handled() {
        anybody = new Http("http://localhost:" + port, "");
        house = new Newcomers(anybody).signUp();
        larder = new Larder(house);
        admin = house.asAdmin();
        letters = new Letters(admin);
        item = Misfiled.publish(events, house);
    }

    @Test
    void it_waits_is_seen_with_its_cause_and_is_handled_when_the_cause_is_gone() {
        var letter = letter();
        assertThat(letter.path("group").asString()).isEqualTo(VIEW);
        assertThat(letter.path("event").asString()).isEqualTo("inventory.WasteRecorded");
        assertThat(letter.path("parked").asBoolean()).isFalse();
        assertThat(letter.path("tries").asInt()).isPositive();
        assertThat(letters.retried(VIEW)).isZero();

        admin.post(larder.items(), Larder.body(item.value(), "Limón")).mustBe(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> letters.retried(VIEW) == 1 || letters.all().isEmpty());
        assertThat(letters.all()).isEmpty();
        assertThat(larder.item(item.value()).mustBe(200).text("balance")).isEqualTo("3");
    }

    @Test
    void a_person_parks_it_and_it_is_no_longer_tried_by_itself() {
        var sequence = letter().path("sequence").asString();
        var parking = "{\"sequence\":\"%s\",\"reason\":\"Esperamos al proveedor\"}";
        admin.post(LETTERS + "/" + VIEW + "/parking", parking.formatted(sequence)).mustBe(200);
        assertThat(letter().path("parked").asBoolean()).isTrue();
        assertThat(
                        admin.post(LETTERS + "/" + VIEW + "/parking", parking.formatted("nothing"))
                                .mustBe(404)
                                .code())
                .isEqualTo("NOT_FOUND");
        assertThat(letters.retried(VIEW))
                .as("tried because somebody asked, and failed again")
                .isZero();
        assertThat(letter().path("parked").asBoolean()).isTrue();
    }

    @Test
    void nobody_sees_or_moves_another_organizations_letters() {
        var sequence = letter().path("sequence").asString();
        var stranger = new Newcomers(anybody).signUp().asAdmin();
        assertThat(new Letters(stranger).all()).isEmpty();
        stranger.post(
                        LETTERS + "/" + VIEW + "/parking",
                        "{\"sequence\":\"%s\",\"reason\":\"x\"}".formatted(sequence))
                .mustBe(404);
        assertThat(new Letters(stranger).retried(VIEW)).isZero();
        var platform = SuspensionTest.platform(anybody);
        assertThat(platform.get(LETTERS + "?limit=500").mustBe(200).body().toString())
                .contains(sequence);
    }

    @Test
    void page_after_page_makes_the_whole() {
        var first = letter().path("sequence").asString();
        Misfiled.publish(events, house);
        await().atMost(Duration.ofSeconds(20)).until(() -> letters.all().size() == 2);

        var page = admin.get(LETTERS + "?limit=1").mustBe(200);
        assertThat(page.body().path("items")).hasSize(1);
        assertThat(page.body().path("items").get(0).path("sequence").asString()).isEqualTo(first);
        var next = admin.get(LETTERS + "?limit=1&cursor=" + page.text("nextCursor")).mustBe(200);
        assertThat(next.body().path("items")).hasSize(1);
        assertThat(next.body().path("items").get(0).path("sequence").asString())
                .isNotEqualTo(first);
        assertThat(next.text("nextCursor")).isEmpty();
    }

    @Test
    void a_processor_that_does_not_exist_has_no_letters() {
        admin.post(LETTERS + "/view-nothing/retry", "{}").mustBe(404);
        admin.post("/api/v1/operations/processors/view-stock/replay", "{}").mustBe(403);
        SuspensionTest.platform(anybody)
                .post("/api/v1/operations/processors/policy-loyalty/replay", "{}")
                .mustBe(404);
    }

    private JsonNode letter() {
        return await().atMost(Duration.ofSeconds(20))
                .until(letters::all, l -> l.size() == 1)
                .get(0);
    }
}
