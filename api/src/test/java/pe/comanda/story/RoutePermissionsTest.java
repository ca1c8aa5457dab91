package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Role × route. Which permission each route takes stands in {@code routes/permissions.txt}: a new
 * route needs a line there. Every role that lacks the permission is refused, and told so; every
 * role that holds it is not refused for it.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutePermissionsTest {
    private static final Set<String> NO_PERMISSION = Set.of("open", "anybody");

    /** What would be felt outside this test's own organization, or would end its sessions. */
    private static final Set<String> NOT_FOR_HOLDERS =
            Set.of(
                    "POST /api/v1/operations/signing-keys",
                    "POST /api/v1/operations/stand-in/faults",
                    "DELETE /api/v1/operations/stand-in/faults");

    /** Well-formed names of things that nobody has. */
    private static final Map<String, String> NOBODYS =
            Map.ofEntries(
                    Map.entry("aggregate", "order-nobodys"),
                    Map.entry("approval", "approval-nobodys"),
                    Map.entry("branch", "branch-nobodys"),
                    Map.entry("category", "category-nobodys"),
                    Map.entry("coupon", "coupon-nobodys"),
                    Map.entry("customer", "customer-nobodys"),
                    Map.entry("day", "2026-11-20"),
                    Map.entry("month", "2026-11"),
                    Map.entry("deduction", "deduction-nobodys-1"),
                    Map.entry("dish", "dish-nobodys"),
                    Map.entry("fixture", "fixture-nobodys"),
                    Map.entry("group", "group-nobodys"),
                    Map.entry("invoice", "invoice-nobodys"),
                    Map.entry("item", "stock-nobodys"),
                    Map.entry("line", "line-nobodys"),
                    // Of a buyer in particular there is none.
                    Map.entry("number", "-"),
                    Map.entry("option", "option-nobodys"),
                    Map.entry("order", "order-nobodys"),
                    Map.entry("organization", "org-nobodys"),
                    Map.entry("payment", "payment-nobodys"),
                    Map.entry("processor", "nobodys"),
                    Map.entry("reward", "reward-nobodys"),
                    Map.entry("session", "session-nobodys"),
                    Map.entry("space", "space-nobodys"),
                    Map.entry("staff", "staff-nobodys"),
                    Map.entry("summary", "summary-nobodys"),
                    Map.entry("table", "table-nobodys"));

    private static final Map<Role, Http> PEOPLE = new EnumMap<>(Role.class);

    /**
     * The names that those who lack a permission use: their own house, so that nothing else bars.
     */
    private static final Map<String, String> OWN = new TreeMap<>(NOBODYS);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort private int port;

    @BeforeAll
    static void nobody_yet() {
        PEOPLE.clear();
    }

    @Test
    void every_route_stands_in_the_table_and_nothing_else_does() throws IOException {
        var routes =
                Route.all(mappings).stream()
                        .filter(route -> !route.pattern().startsWith("/v3/"))
                        .map(Route::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        var table = new TreeSet<>(table().keySet());
        assertThat(routes).as("routes that have no line in the table").isSubsetOf(table);
        assertThat(table).as("lines of routes that are gone").isSubsetOf(routes);
    }

    @Test
    void every_permission_of_the_table_exists() throws IOException {
        var codes =
                Arrays.stream(Permission.values())
                        .map(Permission::code)
                        .collect(Collectors.toSet());
        codes.addAll(NO_PERMISSION);
        assertThat(codes)
                .containsAll(
                        table().values().stream()
                                .flatMap(it -> Stream.of(it.split("\\|", -1)))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void a_role_is_refused_where_it_lacks_the_permission_and_nowhere_else(Role role)
            throws IOException {
        var table = table();
        var bodies = new Bodies(NOBODYS);
        var who = people().get(role);
        var wrong = new TreeMap<String, String>();
        for (var route : Route.all(mappings)) {
            var permission = table.getOrDefault(route.name(), "open");
            if (NO_PERMISSION.contains(permission)) {
                continue;
            }
            boolean holds =
                    Stream.of(permission.split("\\|", -1))
                            .anyMatch(code -> role.may(permission(code)));
            if (holds && NOT_FOR_HOLDERS.contains(route.name())) {
                continue;
            }
            var values = holds ? NOBODYS : OWN;
            var body = route.body(bodies, values);
            var answer = who.exchange(route.method(), route.path(values), body, Map.of());
            boolean refused = answer.status() == 403 && answer.code().equals("PERMISSION_DENIED");
            if (refused == holds || holds && answer.status() == 401 || answer.status() >= 500) {
                wrong.put(
                        route.name(),
                        "takes " + permission + ", answered " + answer.status() + answer.body());
            }
        }
        assertThat(wrong).as("as " + role).isEmpty();
    }

    private static Permission permission(String code) {
        return Arrays.stream(Permission.values())
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> table() throws IOException {
        try (var text = RoutePermissionsTest.class.getResourceAsStream("/routes/permissions.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", -1))
                    .collect(Collectors.toMap(c -> c[0] + " " + c[1], c -> c[2]));
        }
    }

    /** Somebody of each role, all of one organization of their own. */
    private Map<Role, Http> people() {
        if (PEOPLE.isEmpty()) {
            var anybody = new Http("http://localhost:" + port, "");
            var newcomers = new Newcomers(anybody);
            var house = newcomers.signUp();
            OWN.put("branch", house.branch());
            OWN.put("organization", house.organization());
            PEOPLE.put(Role.ORG_ADMIN, house.asAdmin());
            PEOPLE.put(Role.SUPER_ADMIN, SuspensionTest.platform(anybody));
            for (var role :
                    List.of(
                            Role.BRANCH_MANAGER,
                            Role.CASHIER,
                            Role.WAITER,
                            Role.KITCHEN,
                            Role.ACCOUNTANT,
                            Role.AUDITOR)) {
                var unused =
                        newcomers.hire(house, role.name().toLowerCase(Locale.ROOT), role.name());
                PEOPLE.put(role, newcomers.signIn(role.name().toLowerCase(Locale.ROOT)).http());
            }
            PEOPLE.put(
                    Role.CUSTOMER, Guest.seatedIn(house, PEOPLE.get(Role.WAITER), anybody).http());
        }
        return PEOPLE;
    }
}
