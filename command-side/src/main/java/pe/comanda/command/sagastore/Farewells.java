package pe.comanda.command.sagastore;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.ArrayList;
import java.util.List;

/** Sagas that ended in this transaction: deleted together, just before it commits. */
final class Farewells implements TransactionSynchronization {
    private final JdbcTemplate sql;
    private final List<String> ended = new ArrayList<>();

    private Farewells(JdbcTemplate sql) {
        this.sql = sql;
    }

    static Farewells atCommit(JdbcTemplate sql) {
        for (var each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Farewells farewells) {
                return farewells;
            }
        }
        var farewells = new Farewells(sql);
        TransactionSynchronizationManager.registerSynchronization(farewells);
        return farewells;
    }

    void add(String saga) {
        ended.add(saga);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        var ids = ended.toArray(String[]::new);
        for (var table : List.of("association_value_entry", "saga_entry")) {
            sql.update("delete from " + table + " where saga_id = any(?)", (Object) ids);
        }
    }
}
