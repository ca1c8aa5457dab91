package pe.comanda.boot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;

import java.util.List;
import java.util.UUID;

@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HousekeepingTest {
    @Autowired private Housekeeping keeper;
    @Autowired private JdbcTemplate sql;
    private String branch;

    @BeforeEach
    void a_branch() {
        branch = "branch-" + UUID.randomUUID();
    }

    @Test
    void old_messages_go_and_the_last_of_a_branch_stays_whatever_its_age() {
        TenantScope.run(
                "org-tidy",
                () -> {
                    message(1, "5 days");
                    message(2, "4 days");
                    keeper.tidy();
                    assertThat(sequences()).containsExactly(2L);
                    message(3, "1 hour");
                    keeper.tidy();
                    assertThat(sequences()).containsExactly(3L);
                });
    }

    @Test
    void first_answers_are_kept_for_three_days() {
        TenantScope.run(
                "org-tidy",
                () -> {
                    key("old-" + branch, "73 hours");
                    key("new-" + branch, "71 hours");
                    keeper.tidy();
                    assertThat(
                                    sql.queryForList(
                                            "select key from idempotency_key where key like ?",
                                            String.class,
                                            "%" + branch))
                            .containsExactly("new-" + branch);
                });
    }

    private void message(long sequence, String age) {
        sql.update(
                """
                insert into feed_message (branch_id, sequence, organization_id, rooms, type, body, position, at)
                values (?, ?, 'org-tidy', 'menu', 'menu.changed', '{}', 0, now() - ?::interval)
                """,
                branch,
                sequence,
                age);
    }

    private void key(String key, String age) {
        sql.update(
                """
                insert into idempotency_key (organization_id, actor, key, body_digest, target, version, created_at)
                values ('org-tidy', 'staff-tidy', ?, '', 'order-1', 0, now() - ?::interval)
                """,
                key,
                age);
    }

    private List<Long> sequences() {
        return sql.queryForList(
                "select sequence from feed_message where branch_id = ? order by sequence",
                Long.class,
                branch);
    }
}
