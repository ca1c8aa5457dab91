package pe.comanda.boot.postgres;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Starts two contexts on one folder, and asks the database a question while the first one closes.
 */
final class SpringProgram {
    static final String STARTED = "started";
    static final String ANSWERED = "answered while closing: comanda_app";

    private SpringProgram() {}

    public static void main(String[] args) throws Exception {
        var first = url(args[0]);
        var second = url(args[0]);
        System.out.println(first.equals(second) ? STARTED : first + " is not " + second);
        Thread.currentThread().join();
    }

    private static String url(String data) {
        return new SpringApplicationBuilder(LastQuestion.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--comanda.data=" + data,
                        "--spring.datasource.url=",
                        "--comanda.sides=command,query,api")
                .getEnvironment()
                .getRequiredProperty("spring.datasource.url");
    }

    @Configuration(proxyBeanMethods = false)
    static class LastQuestion {
        @Bean
        DisposableBean lastQuestion(Environment environment) {
            return () -> System.out.println("answered while closing: " + whoAmI(environment));
        }

        private static String whoAmI(Environment environment) throws SQLException {
            try (var connection =
                    DriverManager.getConnection(
                            environment.getRequiredProperty("spring.datasource.url"),
                            environment.getRequiredProperty("spring.datasource.username"),
                            environment.getRequiredProperty("spring.datasource.password"))) {
                return Sql.strings(connection, "SELECT current_user").getFirst();
            }
        }
    }
}
