package pe.comanda.story;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

import pe.comanda.ComandaApplication;

/**
 * The same evening on a PostgreSQL in a container, prepared by the same script as
 * docker-compose.yml.
 */
@EnabledIf(
        value = "dockerRuns",
        disabledReason =
                "Docker does not run here; StoryTest tells the same on the embedded PostgreSQL")
@SpringBootTest(
        classes = ComandaApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "comanda.data=target/integration-containers",
            "comanda.demo=always",
            "comanda.postgres.embedded=false"
        })
@DirtiesContext
class StoryOnContainersTest extends Story {
    private static PostgreSQLContainer postgres;

    @LocalServerPort private int port;

    static boolean dockerRuns() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        postgres =
                new PostgreSQLContainer("postgres:18.6")
                        .withDatabaseName("comanda")
                        .withUsername("postgres")
                        .withPassword("postgres")
                        .withEnv("COMANDA_OWNER_PASSWORD", "owner")
                        .withEnv("COMANDA_APP_PASSWORD", "app")
                        .withCopyFileToContainer(
                                MountableFile.forHostPath("../deploy/postgres/init.sql"),
                                "/docker-entrypoint-initdb.d/init.sql");
        postgres.start();
        var url =
                "jdbc:postgresql://"
                        + postgres.getHost()
                        + ":"
                        + postgres.getFirstMappedPort()
                        + "/comanda";
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> "comanda_app");
        properties.add("spring.datasource.password", () -> "app");
        properties.add("spring.flyway.url", () -> url);
        properties.add("spring.flyway.user", () -> "comanda_owner");
        properties.add("spring.flyway.password", () -> "owner");
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }

    @Override
    Http anybody() {
        return new Http("http://localhost:" + port, "");
    }
}
