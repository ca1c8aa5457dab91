package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/**
 * One event of a long history fails in PostgreSQL while its view is rebuilt: the others are shown,
 * it waits, and a later rebuild takes it out of the queue.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoisonedReplayTest {
    private static final String LETTERS = "/api/v1/operations/dead-letters";
    private static final String VIEW = "view-stock";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired private Environment settings;
    @Autowired private JdbcTemplate sql;
    @LocalServerPort private int port;
    private Tenant house;
    private JdbcClient owner;
    private Readers readers;
    private ViewTables tables;

    @BeforeEach
    void a_house() throws IOException {
        var anybody = new Http("http://localhost:" + port, "");
        house = new Newcomers(anybody).signUp();
        readers = new Readers(SuspensionTest.platform(anybody));
        tables = new ViewTables(sql);
        owner =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                settings.getRequiredProperty("spring.datasource.url"),
                                settings.getRequiredProperty("spring.flyway.user"),
                                settings.getRequiredProperty("spring.flyway.password")));
    }

    @AfterEach
    void nothing_is_poisoned_any_more() {
        owner.sql("alter table stock_item drop constraint if exists poisoned_replay").update();
        readers.replay(VIEW);
        readers.awaitRest();
    }

    @Test
    void it_waits_the_others_are_shown_and_the_next_rebuild_without_the_cause_has_it_again() {
        var before = register("Limón");
        var poisoned = register("Ponzoña");
        var after = register("Zanahoria");
        readers.awaitRest();
        var rows = tables.rows(house.organization());
        owner.sql(
                        "alter table stock_item add constraint poisoned_replay check (name <> 'Ponzoña') not valid")
                .update();

        readers.replay(VIEW);
        readers.awaitRest();

        assertThat(item(before).mustBe(200).text("balance")).isEqualTo("4");
        assertThat(item(after).mustBe(200).text("balance")).isEqualTo("4");
        assertThat(item(poisoned).status()).isEqualTo(404);
        assertThat(letters()).hasSize(1);
        assertThat(letters().get(0).path("sequence").asString()).isEqualTo(poisoned);
        assertThat(letters().get(0).path("cause").asString()).contains("poisoned_replay");

        owner.sql("alter table stock_item drop constraint poisoned_replay").update();
        readers.replay(VIEW);
        await().atMost(SOON).until(() -> letters().isEmpty());
        readers.awaitRest();
        assertThat(tables.rows(house.organization()).get("stock_item"))
                .isEqualTo(rows.get("stock_item"));
        assertThat(tables.rows(house.organization()).get("stock_movement"))
                .isEqualTo(rows.get("stock_movement"));
    }

    private String register(String name) {
        var item = "stock-" + UUID.randomUUID();
        house.asAdmin()
                .post(
                        "/api/v1/branches/" + house.branch() + "/inventory/items",
                        "{\"item\":\"%s\",\"name\":\"%s\",\"unit\":\"KILOGRAM\",\"opening\":\"4\"}"
                                .formatted(item, name))
                .mustBe(201);
        return item;
    }

    private Http.Answer item(String item) {
        return house.asAdmin()
                .get("/api/v1/branches/" + house.branch() + "/inventory/items/" + item);
    }

    private JsonNode letters() {
        return house.asAdmin().get(LETTERS).mustBe(200).body().path("items");
    }
}
