package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import pe.comanda.IntegrationTest;
import pe.comanda.story.Newcomers.Tenant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Every route that names something, asked for something of the demo restaurant by the administrator
 * of another organization: nothing may be changed, nothing may be seen. A new route is included by
 * itself.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantWallTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

    /** What only the demo restaurant has. */
    private static final List<String> BELONGS_TO_OTHERS =
            List.of("org-demo", "Mar de Lima", "mar-de-lima", "-demo-miraflores-");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired private JdbcTemplate sql;
    @LocalServerPort private int port;
    private Tenant intruder;
    private Map<String, String> ids;

    private record Route(String method, String pattern, HandlerMethod handler) {}

    @BeforeEach
    void somebody_of_another_organization() {
        var anybody = new Http("http://localhost:" + port, "");
        var moza = anybody.signIn("moza");
        moza.post(
                        "/api/v1/branches/" + Story.BRANCH + "/orders",
                        "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\""
                                + Story.DISH
                                + "chicha-morada\",\"quantity\":1}]}")
                .mustBe(201);
        var table = Story.freeTable(moza);
        anybody.post(
                        "/api/v1/public/tables/" + table.qr() + "/sessions",
                        "{\"name\":\"Ana\",\"guests\":2}")
                .mustBe(201);
        intruder = new Newcomers(anybody).signUp();
        ids = idsOfTheDemo();
    }

    @Test
    void no_route_shows_or_changes_what_belongs_to_another_tenant() {
        var holes = new ArrayList<String>();
        var answers = new TreeMap<Integer, Integer>();
        var bodies = new Bodies(ids);
        for (var route : routes()) {
            var path = filled(route.pattern());
            var answer =
                    intruder.asAdmin()
                            .exchange(route.method(), path, body(route, bodies), Map.of());
            answers.merge(answer.status(), 1, Integer::sum);
            var text = new String(answer.bytes(), StandardCharsets.UTF_8);
            boolean success = answer.status() < 300;
            boolean reads = route.method().equals("GET");
            if (answer.status() >= 500
                    || success && !reads
                    || success && BELONGS_TO_OTHERS.stream().anyMatch(text::contains)) {
                holes.add(route.method() + " " + path + " -> " + answer.status() + " " + text);
            }
        }
        assertThat(holes).as("answers by status: " + answers).isEmpty();
        assertThat(eventsCausedByTheIntruder()).as("events at the demo restaurant").isZero();
        assertThat(answers.getOrDefault(403, 0) + answers.getOrDefault(404, 0))
                .as("refused for what they are, not for their form: " + answers)
                .isGreaterThan(routes().size() / 2);
    }

    @Test
    void a_body_that_names_another_tenants_branch_is_no_way_in() {
        var foreign = ids.get("branch");
        var hired =
                intruder.asAdmin()
                        .post(
                                "/api/v1/staff",
                                """
                                {"name":"Topo","email":"topo@prueba.pe","password":"secreto123","role":"WAITER","branches":["%s"]}"""
                                        .formatted(foreign));
        assertThat(hired.code()).isEqualTo("UNKNOWN_BRANCH");
        var ticket =
                intruder.asAdmin().post("/api/v1/live/tickets", "{\"branch\":\"" + foreign + "\"}");
        assertThat(ticket.mustBe(403).code()).isEqualTo("FOREIGN_BRANCH");
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mappings.getHandlerMethods()
                .forEach(
                        (info, handler) ->
                                info.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api/v1/"))
                                        .filter(path -> !path.startsWith("/api/v1/public/"))
                                        .filter(path -> path.contains("{"))
                                        .forEach(
                                                path ->
                                                        info.getMethodsCondition()
                                                                .getMethods()
                                                                .forEach(
                                                                        method ->
                                                                                routes.add(
                                                                                        new Route(
                                                                                                method
                                                                                                        .name(),
                                                                                                path,
                                                                                                handler)))));
        return routes;
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> ids.getOrDefault(found.group(1), found.group(1) + "-prueba"));
    }

    private static String body(Route route, Bodies bodies) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(parameter -> bodies.of(parameter.getParameterizedType()))
                .orElse(route.method().equals("GET") ? null : "{}");
    }

    /** One of each kind that the demo restaurant has, by the first part of its id. */
    private Map<String, String> idsOfTheDemo() {
        var known = new HashMap<String, String>();
        sql.queryForList(
                        """
                        select distinct on (split_part(aggregate_id, '-', 1)) aggregate_id from domain_event
                        where convert_from(metadata, 'UTF8') like '%org-demo%'
                        order by split_part(aggregate_id, '-', 1), global_index
                        """,
                        String.class)
                .forEach(id -> known.put(id.substring(0, id.indexOf('-')), id));
        known.put("organization", "org-demo");
        known.put("branch", Story.BRANCH);
        known.put("dish", Story.DISH + "ceviche-clasico");
        known.put("aggregate", known.getOrDefault("order", known.get("dish")));
        return known;
    }

    private int eventsCausedByTheIntruder() {
        var count =
                sql.queryForObject(
                        """
                        select count(*) from domain_event
                        where convert_from(metadata, 'UTF8') like '%org-demo%'
                            and convert_from(metadata, 'UTF8') like ?
                        """,
                        Integer.class, "%" + intruder.admin() + "%");
        return count == null ? 0 : count;
    }
}
