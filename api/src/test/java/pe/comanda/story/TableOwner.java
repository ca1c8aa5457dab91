package pe.comanda.story;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The role that may change tables, which the program's own may not. */
final class TableOwner {
    private TableOwner() {}

    static JdbcClient of(Environment settings) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password")));
    }
}
