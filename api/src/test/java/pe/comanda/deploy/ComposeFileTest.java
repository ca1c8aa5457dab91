package pe.comanda.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be known about the compose file without Docker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final Map<String, Object> COMPOSE = yaml(ROOT.resolve("docker-compose.yml"));
    private static final Map<String, Object> SERVICES = map(COMPOSE.get("services"));
    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9./-]+:(v?\\d+(\\.\\d+)+|RELEASE\\.\\d{4})[\\w.-]*");

    static Set<String> services() {
        return SERVICES.keySet();
    }

    @Test
    void three_services_always_run_and_the_rest_is_asked_for() {
        assertThat(services())
                .containsExactlyInAnyOrder(
                        "axon-server",
                        "postgres",
                        "comanda",
                        "prometheus",
                        "grafana",
                        "mailpit",
                        "redis",
                        "kafka",
                        "minio");
        assertThat(services().stream().filter(name -> !service(name).containsKey("profiles")))
                .containsExactlyInAnyOrder("axon-server", "postgres", "comanda");
    }

    @ParameterizedTest
    @MethodSource("services")
    void each_has_a_pinned_image_and_a_health_check(String name) {
        assertThat((String) service(name).get("image")).matches(PINNED);
        assertThat(map(service(name).get("healthcheck")))
                .containsKeys("test", "interval", "timeout", "retries");
    }

    @ParameterizedTest
    @MethodSource("services")
    void each_opens_its_ports_on_this_machine_only(String name) {
        assertThat(list(service(name).get("ports")))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void each_mounts_what_exists(String name) {
        for (var mount : list(service(name).get("volumes"))) {
            var source = mount.substring(0, mount.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(ROOT.resolve(source)).isRegularFile();
                assertThat(mount).endsWith(":ro");
            } else {
                assertThat(map(COMPOSE.get("volumes"))).containsKey(source);
            }
        }
        for (var config : (List<?>) service(name).getOrDefault("configs", List.of())) {
            assertThat(map(COMPOSE.get("configs"))).containsKey((String) map(config).get("source"));
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void each_secret_can_be_given_from_outside(String name) {
        map(service(name).getOrDefault("environment", Map.of()))
                .forEach(
                        (variable, value) -> {
                            if (variable.endsWith("PASSWORD")) {
                                assertThat((String) value)
                                        .as(variable)
                                        .matches("\\$\\{\\w+_PASSWORD:-local-\\w+}");
                            }
                        });
    }

    @Test
    void the_program_waits_for_both_stores_to_be_healthy() {
        assertThat(map(service("comanda").get("depends_on")))
                .containsOnlyKeys("axon-server", "postgres")
                .allSatisfy(
                        (_, on) ->
                                assertThat(map(on)).containsEntry("condition", "service_healthy"));
    }

    @Test
    void every_setting_it_gives_to_the_program_is_one_that_the_program_knows() throws IOException {
        var known = Stream.concat(settingsOfLibraries(), settingsOfOurs()).toList();
        assertThat(isKnown("SPRING_DATASOURCE_URI", known)).isFalse();
        assertThat(map(service("comanda").get("environment")).keySet())
                .isNotEmpty()
                .allMatch(variable -> isKnown(variable, known));
    }

    private static boolean isKnown(String variable, List<String> settings) {
        var environment =
                new SystemEnvironmentPropertySource("environment", Map.of(variable, "any"));
        return settings.stream().anyMatch(environment::containsProperty);
    }

    @Test
    void the_demo_and_the_mailbox_are_asked_for_by_a_variable() {
        assertThat(map(service("comanda").get("environment")))
                .containsEntry("COMANDA_DEMO", "${COMANDA_DEMO:-auto}")
                .containsEntry("COMANDA_MAIL_FROM", "${COMANDA_MAIL_FROM:-}")
                .containsEntry("SPRING_MAIL_HOST", "${SPRING_MAIL_HOST:-mailpit}");
        assertThat(list(service("mailpit").get("ports"))).contains("127.0.0.1:1025:1025");
    }

    @Test
    void the_application_comes_as_the_role_that_row_level_security_binds() {
        assertThat(map(service("comanda").get("environment")))
                .containsEntry("SPRING_DATASOURCE_USERNAME", "comanda_app")
                .containsEntry("SPRING_FLYWAY_USER", "comanda_owner");
    }

    @Test
    void the_image_is_built_from_pinned_ones_and_does_not_run_as_root() throws IOException {
        var dockerfile = Files.readAllLines(ROOT.resolve("deploy/Dockerfile"));
        var bases =
                dockerfile.stream()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ")[1]);
        // A stage may stand on an earlier one.
        assertThat(
                        bases.filter(
                                base ->
                                        dockerfile.stream()
                                                .noneMatch(line -> line.endsWith(" AS " + base))))
                .hasSize(2)
                .allMatch(base -> base.matches("eclipse-temurin:25[\\w.-]+"));
        assertThat(dockerfile.stream().filter(line -> line.startsWith("USER ")))
                .containsExactly("USER 10001");
        assertThat(map(service("comanda").get("build")))
                .containsEntry("dockerfile", "deploy/Dockerfile");
    }

    @Test
    void what_the_image_copies_from_the_project_exists() throws IOException {
        var copied =
                Files.readAllLines(ROOT.resolve("deploy/Dockerfile")).stream()
                        .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                        .map(line -> line.split(" "))
                        .flatMap(words -> Stream.of(words).skip(1).limit(words.length - 2L));
        assertThat(copied).isNotEmpty().allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void prometheus_asks_the_program() {
        var scraping = yaml(ROOT.resolve("deploy/prometheus/prometheus.yml"));
        var job = map(((List<?>) scraping.get("scrape_configs")).getFirst());
        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
        assertThat(job.get("static_configs"))
                .isEqualTo(List.of(Map.of("targets", List.of("comanda:8080"))));
    }

    /** Each library on the class path that has settings lists them in its jar. */
    private static Stream<String> settingsOfLibraries() throws IOException {
        var names = new TreeSet<String>();
        for (var file :
                List.of(
                        "spring-configuration-metadata.json",
                        "additional-spring-configuration-metadata.json")) {
            for (var url :
                    ComposeFileTest.class.getClassLoader().resources("META-INF/" + file).toList()) {
                try (var in = url.openStream()) {
                    var properties = JsonMapper.shared().readTree(in).path("properties");
                    properties.forEach(property -> names.add(property.path("name").asString()));
                }
            }
        }
        return names.stream();
    }

    private static Stream<String> settingsOfOurs() {
        return names("", yaml(ROOT.resolve("api/src/main/resources/application.yaml")));
    }

    private static Stream<String> names(String prefix, Map<String, Object> tree) {
        return tree.entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue() instanceof Map<?, ?> branch
                                        ? names(prefix + entry.getKey() + ".", map(branch))
                                        : Stream.of(prefix + entry.getKey()));
    }

    private static Map<String, Object> service(String name) {
        return map(SERVICES.get(name));
    }

    private static Map<String, Object> yaml(Path file) {
        try (var in = Files.newInputStream(file)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }
}
