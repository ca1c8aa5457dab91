package pe.comanda.boot.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.shared.UnitOfWorkNote;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Hands out connections that say whose rows they may touch. PostgreSQL compares it with every row
 * (row-level security), so a query that forgets its tenant finds nothing. It costs a round trip
 * only when the tenant changes.
 */
final class TenantDataSource extends DelegatingDataSource {
    private final Cache<PGConnection, String> scopes = Caffeine.newBuilder().weakKeys().build();

    TenantDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (CurrentUnitOfWork.isStarted()) {
            note(CurrentUnitOfWork.get().root());
        }
        var connection = super.getConnection();
        try {
            var physical = connection.unwrap(PGConnection.class);
            var wanted = TenantScope.current();
            if (!wanted.equals(scopes.getIfPresent(physical))) {
                scopes.invalidate(physical);
                try (var statement =
                        connection.prepareStatement(
                                "select set_config('comanda.organization', ?, false)")) {
                    statement.setString(1, wanted);
                    var unused = statement.execute();
                }
                scopes.put(physical, wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Before the commit a statement belongs to it, or it has no business there. */
    private static void note(UnitOfWork<?> unitOfWork) {
        if (unitOfWork.resources().containsKey(UnitOfWorkNote.STORED)
                && unitOfWork.phase().isBefore(UnitOfWork.Phase.ROLLBACK)) {
            throw new IllegalStateException(
                    "The events of this command are on disk already: a statement after them would"
                            + " not be part of the same transaction");
        }
        unitOfWork.resources().put(UnitOfWorkNote.OWN_TRANSACTION, true);
    }
}
