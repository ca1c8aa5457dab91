package pe.comanda.boot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.boot.operations.LetterPages.Letter;
import pe.comanda.domain.shared.Cursor;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Letters of readers that nobody runs, so that nobody tries them meanwhile. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterPagesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00.123456Z");
    private static final List<String> WAYS =
            List.of("enable_seqscan", "enable_sort", "enable_bitmapscan");

    private static final List<String> GROUPS = List.of("pages-a", "pages-b");
    private static final String OURS = "org-pages-ours";
    private static final int EVENTS = 6;

    @Autowired private JdbcTemplate sql;
    @Autowired private LetterPages letters;

    /** Each event failed in both readers; three of them, and always both, at one moment. */
    @BeforeEach
    void letters_of_two_houses() {
        for (int event = 0; event < EVENTS; event++) {
            var at = NOON.plusSeconds(event / 3);
            for (var group : GROUPS) {
                enqueue(group, OURS, "ours-" + event, at);
                enqueue(group, "org-pages-theirs", "theirs-" + event, at);
            }
        }
    }

    @AfterEach
    void none() {
        sql.update("delete from dead_letter_entry where processing_group like 'pages-%'");
    }

    @Test
    void pages_of_any_size_make_the_whole_in_order_and_nothing_twice() {
        var whole = letters.of(GROUPS, OURS, null, 500);
        assertThat(whole)
                .hasSize(2 * EVENTS)
                .isSortedAccordingTo(
                        Comparator.comparing(Letter::enqueuedAt)
                                .thenComparing(l -> l.eventId() + l.group()));
        assertThat(paged(OURS, 1)).isEqualTo(whole);
        assertThat(paged(OURS, 5)).isEqualTo(whole);
        assertThat(paged(null, 5)).hasSize(4 * EVENTS).doesNotHaveDuplicates().containsAll(whole);
    }

    @Test
    void a_letter_is_told_from_its_row() {
        assertThat(letters.of(List.of("pages-b"), OURS, null, 1))
                .containsExactly(
                        new Letter(
                                "pages-b",
                                "item-1",
                                "inventory.WasteRecorded",
                                "ours-0",
                                "Broken: no such item",
                                NOON,
                                3,
                                false));
        put("diagnostics", "{\"tries\":\"3\",\"parked\":\"por hoy\"}");
        assertThat(letters.of(GROUPS, OURS, null, 1).getFirst().parked()).isTrue();
        put("diagnostics", "{\"tries\":\"10\"}");
        assertThat(letters.of(GROUPS, OURS, null, 1).getFirst().parked()).isTrue();
        put("diagnostics", "{}");
        sql.update(
                "update dead_letter_entry set cause_type = null, aggregate_identifier = null"
                        + " where processing_group like 'pages-%'");
        var follower = letters.of(GROUPS, OURS, null, 1).getFirst();
        assertThat(follower.parked()).isFalse();
        assertThat(follower.tries()).isZero();
        assertThat(follower.cause()).isEqualTo("after another");
        assertThat(follower.sequence()).isEqualTo("ours-0");
    }

    /** Made so cheap that only the way by the index is left, the plan says whether there is one. */
    @Test
    void a_page_is_found_by_its_place() {
        for (var tenant : List.of("", "letter_organization(meta_data) = 'org-pages-ours' and")) {
            assertThat(plan(tenant)).contains("dead_letter_by_").doesNotContain("Sort", "Seq Scan");
        }
    }

    private String plan(String tenant) {
        return String.join(
                "\n",
                sql.execute(
                        (Connection connection) -> {
                            try (var statement = connection.createStatement()) {
                                for (var way : WAYS) {
                                    statement.execute("set " + way + " = off");
                                }
                                var lines = new ArrayList<String>();
                                try (var rows =
                                        statement.executeQuery(
                                                """
                                                explain select * from dead_letter_entry
                                                where %s (enqueued_at, (event_identifier || processing_group) collate "C")
                                                    > (now(), '')
                                                order by enqueued_at, (event_identifier || processing_group) collate "C"
                                                limit 10
                                                """
                                                        .formatted(tenant))) {
                                    while (rows.next()) {
                                        lines.add(rows.getString(1));
                                    }
                                }
                                for (var way : WAYS) {
                                    statement.execute("reset " + way);
                                }
                                return lines;
                            }
                        }));
    }

    private List<Letter> paged(String organization, int size) {
        var all = new ArrayList<Letter>();
        Cursor after = null;
        while (true) {
            var page = letters.of(GROUPS, organization, after, size);
            all.addAll(page);
            if (page.size() < size) {
                return all;
            }
            after = Cursor.of(page.getLast().place().text());
        }
    }

    private void put(String column, String json) {
        sql.update(
                "update dead_letter_entry set "
                        + column
                        + " = ? where processing_group like 'pages-%'",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private void enqueue(String group, String organization, String event, Instant at) {
        sql.update(
                """
                insert into dead_letter_entry (dead_letter_id, cause_type, cause_message, diagnostics, enqueued_at,
                    aggregate_identifier, event_identifier, message_type, meta_data, payload, payload_type,
                    time_stamp, processing_group, sequence_identifier, sequence_index)
                values (?, 'Broken', 'no such item', ?, ?, 'item-1', ?, 'domain', ?, '', 'inventory.WasteRecorded', '',
                    ?, ?, 0)
                """,
                group + event,
                "{\"tries\":\"3\"}".getBytes(StandardCharsets.UTF_8),
                Timestamp.from(at),
                event,
                "{\"organization\":\"%s\"}"
                        .formatted(organization)
                        .getBytes(StandardCharsets.UTF_8),
                group,
                event);
    }
}
