package pe.comanda.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import pe.comanda.IntegrationTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** On a log of its own, so that no reader meets the events of this test. */
@IntegrationTest
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedCommitsTest {
    private static final String SCHEMA = "shared_commits_test";

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.flyway.user}")
    private String owner;

    @Value("${spring.flyway.password}")
    private String password;

    private JdbcTemplate sql = new JdbcTemplate();
    private Slow slow = new Slow(new DriverManagerDataSource());
    private SharedCommits commits = new SharedCommits(slow);

    /** Hands out no connection until it is told to, and none where it is broken. */
    private static final class Slow extends DelegatingDataSource {
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger taken = new AtomicInteger();
        private volatile boolean broken;

        Slow(DriverManagerDataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            taken.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            if (broken) {
                throw new NoClassDefFoundError("Driver");
            }
            return super.getConnection();
        }
    }

    @BeforeEach
    void a_log_of_its_own() {
        var here = new DriverManagerDataSource(url, owner, password);
        var properties = new Properties();
        properties.setProperty("currentSchema", SCHEMA);
        here.setConnectionProperties(properties);
        sql = new JdbcTemplate(here);
        sql.execute("create schema " + SCHEMA);
        sql.execute("create sequence position");
        sql.execute("create table domain_event (like public.domain_event including indexes)");
        sql.execute("alter table domain_event alter global_index set default nextval('position')");
        slow = new Slow(here);
        commits = new SharedCommits(slow);
    }

    @AfterEach
    void drop() {
        sql.execute("drop schema " + SCHEMA + " cascade");
    }

    @Test
    void whoever_waits_is_stored_by_one_statement_and_told_own_positions() throws Exception {
        var stored = storeAtOnce(List.of("a", "b", "c", "d", "e", "f", "g", "h"));

        for (var task : stored) {
            assertThat(aggregatesAt(task.get().positions())).containsOnly(task.get().aggregate());
        }
        assertThat(sql.queryForObject("select count(*) from domain_event", Integer.class))
                .isEqualTo(16);
        assertThat(slow.taken)
                .as("two writers, and one statement for the six who waited")
                .hasValue(3);
    }

    @Test
    void whoever_breaks_a_constraint_fails_alone_and_leaves_nothing() throws Exception {
        sql.update(
                """
                insert into domain_event (event_id, aggregate_id, sequence_number, occurred_at, payload_type, payload, metadata)
                values ('before', 'taken', 1, '', '', '', '')
                """);

        var stored = storeAtOnce(List.of("a", "b", "c", "taken", "d"));

        assertThatThrownBy(stored.get(3)::get)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        for (int i : List.of(0, 1, 2, 4)) {
            var answer = stored.get(i).get();
            assertThat(aggregatesAt(answer.positions())).containsOnly(answer.aggregate());
        }
        assertThat(
                        sql.queryForList(
                                "select event_id from domain_event where aggregate_id = 'taken'"))
                .as("the first of its two events was free, and is not there either")
                .hasSize(1);
    }

    @Test
    void where_the_database_is_away_everybody_is_told_and_the_next_one_gets_in() throws Exception {
        sql.execute("alter table domain_event rename to away");
        for (var task : storeAtOnce(List.of("a", "b", "c", "d"))) {
            assertThatThrownBy(task::get).rootCause().isInstanceOf(SQLException.class);
        }
        sql.execute("alter table away rename to domain_event");

        assertThat(commits.store(rows("later"))).hasSize(2);
    }

    @Test
    void where_the_program_itself_breaks_down_everybody_is_told_and_the_next_one_gets_in()
            throws Exception {
        slow.broken = true;
        for (var task : storeAtOnce(List.of("a", "b", "c", "d", "e"))) {
            assertThatThrownBy(task::get)
                    .cause()
                    .isInstanceOf(SQLException.class)
                    .hasMessage("These events are not known to be stored")
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
        slow.broken = false;

        assertThat(commits.store(rows("later"))).hasSize(2);
    }

    private record Stored(String aggregate, long[] positions) {}

    /** Two events each: the first two write, the others wait behind them. */
    private List<FutureTask<Stored>> storeAtOnce(List<String> aggregates) {
        var tasks = new ArrayList<FutureTask<Stored>>();
        for (var aggregate : aggregates) {
            Callable<Stored> work = () -> new Stored(aggregate, commits.store(rows(aggregate)));
            var task = new FutureTask<>(work);
            tasks.add(task);
            var thread = Thread.ofPlatform().daemon().start(task);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        slow.open.countDown();
        return tasks;
    }

    private static List<EventRow> rows(String aggregate) {
        return List.of(row(aggregate, 0), row(aggregate, 1));
    }

    private static EventRow row(String aggregate, int sequence) {
        return new EventRow(
                aggregate + sequence,
                aggregate,
                sequence,
                "Test",
                "2026-11-22T12:00:00Z",
                "test.Happened",
                null,
                new byte[] {1},
                new byte[] {2});
    }

    private List<String> aggregatesAt(long[] positions) {
        return sql.queryForList(
                "select aggregate_id from domain_event where global_index = any (?)",
                String.class,
                new Object[] {positions});
    }
}
