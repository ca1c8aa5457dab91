package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Role;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every route that names a thing × a colleague of another branch: what Miraflores has, asked for by
 * people of La Punta. A new route is included by itself.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchWallTest {
    private static final String ELSEWHERE = "branch-demo-callao";

    /**
     * What the whole organization has together: its customers, its months, parts of the program.
     */
    private static final Set<String> EVERYBODYS =
            Set.of("customer", "month", "organization", "processor", "summary");

    /** What only Miraflores has. */
    private static final String MIRAFLORES = "-demo-miraflores";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort private int port;
    private Map<String, String> theirs;
    private final Map<Role, Http> colleagues = new EnumMap<>(Role.class);

    @BeforeAll
    void colleagues_of_another_branch() {
        var anybody = new Http("http://localhost:" + port, "");
        theirs = TenantWallTest.somethingOfEachKind(anybody);
        theirs.put("staff", waiter(anybody.signIn("gerente")));
        var admin = anybody.signIn("admin");
        for (var role : List.of(Role.BRANCH_MANAGER, Role.CASHIER, Role.KITCHEN, Role.ACCOUNTANT)) {
            var name = "callao-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            admin.post(
                            Story.V + "/staff",
                            """
                            {"name":"Prueba Callao","email":"%s@demo.pe","password":"ceviche-de-demo","role":"%s","branches":["%s"]}"""
                                    .formatted(name, role, ELSEWHERE))
                    .mustBe(201);
            colleagues.put(
                    role,
                    await().atMost(Duration.ofSeconds(20))
                            .ignoreExceptionsInstanceOf(AssertionError.class)
                            .until(() -> anybody.signIn(name), _ -> true));
        }
        colleagues.put(Role.WAITER, anybody.signIn("mozo-callao"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BRANCH_MANAGER", "CASHIER", "WAITER", "KITCHEN", "ACCOUNTANT"})
    void no_route_shows_or_changes_what_belongs_to_another_branch(Role role) {
        var holes = new ArrayList<String>();
        var forms = new ArrayList<String>();
        var bodies = new Bodies(theirs);
        for (var route : naming()) {
            var body = route.body(bodies, theirs);
            var answer =
                    colleagues
                            .get(role)
                            .exchange(route.method(), route.path(theirs), body, Map.of());
            var told = route.name() + " -> " + answer.status() + " " + answer.body();
            if (answer.status() < 300 || answer.status() >= 500) {
                holes.add(told);
            } else if (answer.status() != 403 && answer.status() != 404) {
                forms.add(told);
            }
        }
        assertThat(holes).isEmpty();
        assertThat(forms).as("refused for their form, which proves nothing").isEmpty();
    }

    /** The own branch in the path is no way to another's things. */
    @ParameterizedTest
    @EnumSource(names = {"BRANCH_MANAGER", "CASHIER", "WAITER", "KITCHEN", "ACCOUNTANT"})
    void ones_own_branch_in_the_path_is_no_way_to_anothers_things(Role role) {
        var named = new TreeMap<>(theirs);
        named.put("branch", ELSEWHERE);
        var bodies = new Bodies(named);
        var holes = new ArrayList<String>();
        for (var route : naming()) {
            if (route.variables().allMatch(Set.of("branch", "day")::contains)
                    || route.variables().noneMatch("branch"::equals)) {
                continue;
            }
            var answer =
                    colleagues
                            .get(role)
                            .exchange(
                                    route.method(),
                                    route.path(named),
                                    route.body(bodies, named),
                                    Map.of());
            var text = new String(answer.bytes(), StandardCharsets.UTF_8);
            if (answer.status() >= 500
                    || answer.status() < 300 && (!route.reads() || text.contains(MIRAFLORES))) {
                holes.add(route.name() + " -> " + answer.status() + " " + text);
            }
        }
        assertThat(holes).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BRANCH_MANAGER", "CASHIER", "WAITER", "KITCHEN", "ACCOUNTANT"})
    void lists_and_reports_tell_of_ones_own_branch_only(Role role) {
        for (var route : Route.all(mappings)) {
            if (route.reads() && !route.namesSomething() && route.pattern().startsWith(Story.V)) {
                var answer = colleagues.get(role).get(route.pattern());
                assertThat(answer.status()).as(route.name()).isLessThan(500);
                assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                        .as(route.name())
                        .doesNotContain(
                                // Some colleagues work in both branches, and their card says so.
                                route.name().endsWith("/staff") ? theirs.get("staff") : MIRAFLORES,
                                theirs.get("order"));
            }
        }
    }

    @Test
    void a_manager_reads_the_history_of_their_own_branch_and_an_auditor_all_of_it() {
        var anybody = new Http("http://localhost:" + port, "");
        var order = theirs.get("order");
        var timeline = Story.V + "/audit/timeline?aggregate=" + order;
        var asOf = Story.V + "/audit/aggregates/" + order + "/as-of";
        var manager = colleagues.get(Role.BRANCH_MANAGER);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !items(anybody.signIn("auditor"), timeline).isEmpty());
        for (var who : List.of("auditor", "admin", "gerente")) {
            assertThat(items(anybody.signIn(who), timeline)).as(who).isNotEmpty();
            anybody.signIn(who).get(asOf).mustBe(200);
        }
        assertThat(items(manager, timeline)).isEmpty();
        assertThat(items(manager, timeline + "&branch=" + Story.BRANCH)).isEmpty();
        manager.get(asOf).mustBe(404);
    }

    @Test
    void a_ticket_for_another_branch_is_not_given() {
        var ticket = "{\"branch\":\"" + Story.BRANCH + "\"}";
        for (var colleague : colleagues.values()) {
            assertThat(colleague.post(Story.V + "/live/tickets", ticket).mustBe(403).code())
                    .isEqualTo("FOREIGN_BRANCH");
        }
    }

    @Test
    void a_manager_hires_nobody_who_may_do_more_than_they() {
        for (var role : List.of("ACCOUNTANT", "AUDITOR", "BRANCH_MANAGER")) {
            var hired =
                    colleagues
                            .get(Role.BRANCH_MANAGER)
                            .post(
                                    Story.V + "/staff",
                                    """
                                    {"name":"Topo","email":"topo@demo.pe","password":"ceviche-de-demo","role":"%s","branches":["%s"]}"""
                                            .formatted(role, ELSEWHERE));
            assertThat(hired.mustBe(403).code()).as(role).isEqualTo("ROLE_NOT_BELOW_YOURS");
        }
    }

    private List<Route> naming() {
        return Route.all(mappings).stream()
                .filter(route -> route.pattern().startsWith(Story.V + "/"))
                .filter(route -> !route.pattern().startsWith(Story.V + "/public/"))
                .filter(Route::namesSomething)
                .filter(route -> route.variables().noneMatch(EVERYBODYS::contains))
                .toList();
    }

    private static List<JsonNode> items(Http who, String path) {
        return who.get(path).mustBe(200).body().path("items").valueStream().toList();
    }

    /** Somebody who works in Miraflores alone. */
    private static String waiter(Http manager) {
        return manager.get(Story.V + "/staff?limit=200")
                .mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("role").asString().equals("WAITER"))
                .map(it -> it.path("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
