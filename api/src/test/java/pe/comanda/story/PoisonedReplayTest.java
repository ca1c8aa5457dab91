package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import java.io.IOException;
import java.time.Duration;

/**
 * One event of a long history fails in PostgreSQL while its view is rebuilt: the others are shown,
 * it waits, and a later rebuild takes it out of the queue.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoisonedReplayTest {
    private static final String VIEW = "view-stock";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired private Environment settings;
    @Autowired private JdbcTemplate sql;
    @LocalServerPort private int port;
    private Tenant house;
    private Larder larder;
    private Letters letters;
    private JdbcClient owner;
    private Readers readers;
    private ViewTables tables;

    @BeforeEach
    void a_house() throws IOException {
        var anybody = new Http("http://localhost:" + port, "");
        house = new Newcomers(anybody).signUp();
        larder = new Larder(house);
        letters = new Letters(house.asAdmin());
        readers = new Readers(SuspensionTest.platform(anybody));
        tables = new ViewTables(sql);
        owner = TableOwner.of(settings);
    }

    @AfterEach
    void nothing_is_poisoned_any_more() {
        owner.sql("alter table stock_item drop constraint if exists poisoned_replay").update();
        readers.replay(VIEW);
        readers.awaitRest();
    }

    @Test
    void it_waits_the_others_are_shown_and_the_next_rebuild_without_the_cause_has_it_again(
            CapturedOutput said) {
        var before = larder.register("Limón");
        var poisoned = larder.register("Ponzoña");
        var after = larder.register("Zanahoria");
        readers.awaitRest();
        var rows = tables.rows(house.organization());
        owner.sql(
                        "alter table stock_item add constraint poisoned_replay check (name <> 'Ponzoña') not valid")
                .update();

        readers.replay(VIEW);
        readers.awaitRest();

        assertThat(larder.item(before).mustBe(200).text("balance")).isEqualTo("4");
        assertThat(larder.item(after).mustBe(200).text("balance")).isEqualTo("4");
        assertThat(larder.item(poisoned).status()).isEqualTo(404);
        assertThat(said.getOut()).doesNotContain("straight it fails");
        assertThat(letters.all()).hasSize(1);
        assertThat(letters.all().get(0).path("sequence").asString()).isEqualTo(poisoned);
        assertThat(letters.all().get(0).path("cause").asString()).contains("poisoned_replay");

        owner.sql("alter table stock_item drop constraint poisoned_replay").update();
        readers.replay(VIEW);
        await().atMost(SOON).until(() -> letters.all().isEmpty());
        readers.awaitRest();
        assertThat(tables.rows(house.organization()).get("stock_item"))
                .isEqualTo(rows.get("stock_item"));
        assertThat(tables.rows(house.organization()).get("stock_movement"))
                .isEqualTo(rows.get("stock_movement"));
    }
}
