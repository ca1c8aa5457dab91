package pe.comanda.boot.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.IntegrationTest;

import java.util.List;

/** The program does not start on a history that it cannot read in full. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredEventsCheckTest {
    @Autowired private StoredEventsCheck check;
    @Autowired private List<SmartLifecycle> everybody;
    @Autowired private JdbcTemplate sql;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void it_refuses_to_start_and_names_every_type_that_nobody_knows() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        transaction -> {
                            transaction.setRollbackOnly();
                            store("a.Lost");
                            store("ordering.OrderPlacd");
                            store("zz.Lost");
                            var before = new StoredEventsCheck(sql);

                            assertThatThrownBy(before::start)
                                    .hasMessageContaining("[a.Lost, ordering.OrderPlacd, zz.Lost]");
                            assertThat(before.isRunning()).isFalse();
                        });
    }

    @Test
    void it_has_looked_before_anybody_reads() {
        assertThat(check.isRunning()).isTrue();
        assertThat(everybody)
                .filteredOn(other -> other != check)
                .allSatisfy(other -> assertThat(other.getPhase()).isGreaterThan(check.getPhase()));
    }

    private void store(String type) {
        var unused =
                sql.update(
                        """
                        insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type,
                            occurred_at, payload_type, payload_revision, payload, metadata)
                        select ?, ?, 0, 'Lost', occurred_at, ?, null, payload, metadata
                        from domain_event limit 1
                        """,
                        type,
                        type,
                        type);
    }
}
