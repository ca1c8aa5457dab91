package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;

/** Every view of the demo's house, built again from the first event, is what it was. */
final class AllRebuilt {
    private AllRebuilt() {}

    /** The feed is among them: nobody is told anything twice. */
    static void areTheSame(Http anybody, JdbcTemplate sql) throws IOException {
        var readers = new Readers(SuspensionTest.platform(anybody));
        var tables = new ViewTables(sql);
        readers.awaitRest();
        var before = tables.rows("org-demo");
        assertThat(before.get("order_view")).isNotEmpty();
        assertThat(before.get("feed_message")).isNotEmpty();

        Readers.VIEWS.forEach(readers::replay);
        readers.awaitRest();

        var after = tables.rows("org-demo");
        tables.names().forEach(t -> assertThat(after.get(t)).as(t).isEqualTo(before.get(t)));
    }
}
