package pe.comanda.boot.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The little of JDBC that these tests need. */
final class Sql {
    private Sql() {}

    static Connection asApp(EmbeddedPostgres postgres) throws SQLException {
        var access = postgres.access();
        return DriverManager.getConnection(
                access.jdbcUrl(), access.appUser(), access.appPassword());
    }

    static Connection asOwner(EmbeddedPostgres postgres) throws SQLException {
        var access = postgres.access();
        return DriverManager.getConnection(
                access.jdbcUrl(), access.ownerUser(), access.ownerPassword());
    }

    static Connection asSuperuser(EmbeddedPostgres postgres, Passwords passwords)
            throws SQLException {
        return DriverManager.getConnection(
                postgres.access().jdbcUrl(), Passwords.SUPERUSER, passwords.superuser());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
