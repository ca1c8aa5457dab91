package pe.comanda.boot.postgres;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where no database is configured, starts one and tells Spring about it: the application comes as
 * the role that row-level security binds, Flyway as the owner of the tables.
 *
 * <p>The database stops after every Spring context has closed, so that processors still have it
 * while they end. Contexts of one JVM with the same data folder share it.
 */
final class EmbeddedPostgresEnvironment implements EnvironmentPostProcessor, Ordered {
    private static final Set<String> ALL_SIDES = Set.of("command", "query", "api");
    private static final Map<Path, EmbeddedPostgres> RUNNING = new HashMap<>();

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (!isNeeded(environment)) {
            return;
        }
        var data = Path.of(environment.getProperty("comanda.data", "data"));
        var port = environment.getProperty("comanda.postgres.port", Integer.class, Server.ANY_PORT);
        var access = running(data.toAbsolutePath().normalize(), port).access();
        Map<String, Object> settings =
                Map.of(
                        "spring.datasource.url", access.jdbcUrl(),
                        "spring.datasource.username", access.appUser(),
                        "spring.datasource.password", access.appPassword(),
                        "spring.flyway.url", access.jdbcUrl(),
                        "spring.flyway.user", access.ownerUser(),
                        "spring.flyway.password", access.ownerPassword());
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("embeddedPostgres", settings));
    }

    /** A node that only serves the api has no tables. */
    static boolean isNeeded(ConfigurableEnvironment environment) {
        var sides =
                Binder.get(environment)
                        .bind("comanda.sides", Bindable.setOf(String.class))
                        .orElse(ALL_SIDES);
        return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                && environment.getProperty("comanda.postgres.embedded", Boolean.class, true)
                && (sides.contains("command") || sides.contains("query"));
    }

    private static synchronized EmbeddedPostgres running(Path data, int port) {
        return RUNNING.computeIfAbsent(
                data,
                folder -> {
                    var postgres =
                            EmbeddedPostgres.start(folder, port, EmbeddedPostgresEnvironment::say);
                    SpringApplication.getShutdownHandlers().add(postgres::close);
                    return postgres;
                });
    }

    /**
     * The logging system is not set up yet, and the first start takes long enough to want a word.
     */
    private static void say(String line) {
        System.out.println("comanda: " + line);
    }

    /** After the configuration files, which may name a database. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
