package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.story.Story.V;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;

import java.util.ArrayList;

/** Whatever kind of thing there is: an auditor sees how it stood. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class EverythingAsOfTest {
    @LocalServerPort private int port;
    @Autowired private JdbcTemplate sql;

    @Test
    void an_auditor_sees_every_kind_of_thing_as_of_a_moment() {
        var anybody = new Http("http://localhost:" + port, "");
        var cashier = anybody.signIn("caja");
        var regular = Regular.registered(anybody);
        var order = regular.served("");
        cashier.post(order + "/payments", "{\"method\":\"CARD\"}").mustBe(200);
        regular.awaitBalance(54);
        var auditor = anybody.signIn("auditor");
        var unseen = new ArrayList<String>();
        var one =
                sql.queryForList(
                        """
                        select distinct on (split_part(aggregate_id, '-', 1)) aggregate_id from domain_event
                        where convert_from(metadata, 'UTF8') like '%org-demo%'
                        order by split_part(aggregate_id, '-', 1), global_index
                        """,
                        String.class);
        for (var aggregate : one) {
            var seen = auditor.get(V + "/audit/aggregates/" + aggregate + "/as-of");
            if (seen.status() != 200 || !seen.body().path("state").isObject()) {
                unseen.add(aggregate + " -> " + seen.status() + " " + seen.body());
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(one).hasSizeGreaterThan(12);
    }
}
