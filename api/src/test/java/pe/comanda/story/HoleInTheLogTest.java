package pe.comanda.story;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;

/**
 * A crash in the middle of a large batch takes the positions of its events with it: the next event
 * stands far behind the last one, farther than a reader reads at once.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HoleInTheLogTest {
    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;

    @Test
    void every_reader_gets_over_a_hole_in_the_log() {
        sql.query("select nextval('domain_event_position') from generate_series(1, 3000)", _ -> {});
        var cashier = new Http("http://localhost:" + port, "").signIn("mozo-callao");

        var placed = cashier.post(Callao.ORDERS, Callao.CHICHA).mustBe(201);

        cashier.get("/api/v1/orders/" + placed.id(), placed).mustBe(200);
    }
}
