package pe.comanda.boot.postgres;

import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles and the database, brought to what they must be at each start. */
final class Roles {
    static final String DATABASE = "comanda";

    private static final String POWERLESS =
            " WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '";

    private Roles() {}

    static PostgresAccess grant(int port, Passwords passwords) throws SQLException {
        try (var connection = connect(port, passwords);
                var statement = connection.createStatement()) {
            role(statement, Passwords.OWNER, passwords.owner());
            role(statement, Passwords.APP, passwords.app());
            if (!exists(
                    statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + Passwords.OWNER);
            }
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + Passwords.APP);
        }
        return new PostgresAccess(
                url(port, DATABASE),
                Passwords.OWNER,
                passwords.owner(),
                Passwords.APP,
                passwords.app());
    }

    private static void role(Statement statement, String name, String password)
            throws SQLException {
        var verb =
                exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")
                        ? "ALTER"
                        : "CREATE";
        statement.execute(verb + " ROLE " + name + POWERLESS + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static Connection connect(int port, Passwords passwords) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(port, "postgres"));
        return source.getConnection(Passwords.SUPERUSER, passwords.superuser());
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
