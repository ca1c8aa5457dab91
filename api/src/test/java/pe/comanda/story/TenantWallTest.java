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
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.story.Newcomers.Tenant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every route, asked for something of the demo restaurant by the administrator of another
 * organization: nothing may be changed, nothing may be seen. A new route is included by itself; one
 * that names something of a new kind needs an example of it here.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantWallTest {
    private static final String HERE = Story.V + "/branches/" + Story.BRANCH;

    /** What only the demo restaurant has. */
    private static final List<String> BELONGS_TO_OTHERS =
            List.of("org-demo", "Mar de Lima", "mar-de-lima", "-demo-miraflores-");

    /** Tables that the door itself writes, without any event. */
    private static final List<String> PLAIN_TABLES =
            List.of(
                    "floor_space",
                    "floor_fixture",
                    "staff_profile",
                    "credential",
                    "customer_profile",
                    "fiscal_certificate",
                    "sol_account",
                    "invoice_series",
                    "branch_code",
                    "admin_seat");

    /** Routes that name no tenant's thing but a part of the program. */
    private static final Set<String> NOBODYS = Set.of("processor");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired private JdbcTemplate sql;
    @LocalServerPort private int port;
    private Tenant intruder;
    private Map<String, String> theirs;

    @BeforeEach
    void somebody_of_another_organization() {
        var anybody = new Http("http://localhost:" + port, "");
        theirs = somethingOfEachKind(anybody);
        intruder = new Newcomers(anybody).signUp();
    }

    @Test
    void no_route_shows_or_changes_what_belongs_to_another_tenant() {
        var before = plainTables();
        var holes = new ArrayList<String>();
        var forms = new ArrayList<String>();
        var bodies = new Bodies(theirs);
        for (var route : guarded()) {
            var path = route.path(theirs);
            var answer =
                    intruder.asAdmin()
                            .exchange(route.method(), path, route.body(bodies, theirs), Map.of());
            var text = new String(answer.bytes(), StandardCharsets.UTF_8);
            boolean success = answer.status() < 300;
            var told = route.name() + " -> " + answer.status() + " " + text;
            if (answer.status() >= 500
                    || success && !route.reads()
                    || success && BELONGS_TO_OTHERS.stream().anyMatch(text::contains)) {
                holes.add(told);
            } else if (!success && answer.status() != 403 && answer.status() != 404) {
                forms.add(told);
            }
        }
        assertThat(holes).isEmpty();
        assertThat(forms).as("refused for their form, which proves nothing").isEmpty();
        assertThat(eventsCausedByTheIntruder()).as("events at the demo restaurant").isZero();
        assertThat(plainTables()).isEqualTo(before);
    }

    @Test
    void lists_and_reports_without_a_name_tell_of_ones_own_only() {
        for (var route : Route.all(mappings)) {
            if (route.reads() && !route.namesSomething() && route.pattern().startsWith(Story.V)) {
                var answer = intruder.asAdmin().get(route.pattern());
                assertThat(answer.status()).as(route.name()).isLessThan(500);
                assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                        .as(route.name())
                        .doesNotContain(BELONGS_TO_OTHERS);
            }
        }
    }

    @Test
    void a_filter_that_names_another_tenants_thing_finds_nothing() {
        var admin = intruder.asAdmin();
        var order = theirs.get("order");
        for (var filter :
                List.of(
                        "aggregate=" + order,
                        "branch=" + Story.BRANCH,
                        "actor=" + theirs.get("staff"))) {
            var timeline = admin.get(Story.V + "/audit/timeline?" + filter).mustBe(200);
            assertThat(timeline.body().path("items")).as(filter).isEmpty();
            assertThat(admin.get(Story.V + "/audit/export?" + filter).mustBe(200).bytes())
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void a_body_that_names_another_tenants_branch_is_no_way_in() {
        var hired =
                intruder.asAdmin()
                        .post(
                                "/api/v1/staff",
                                """
                                {"name":"Topo","email":"topo@prueba.pe","password":"secreto123","role":"WAITER","branches":["%s"]}"""
                                        .formatted(Story.BRANCH));
        assertThat(hired.code()).isEqualTo("UNKNOWN_BRANCH");
        var ticket =
                intruder.asAdmin()
                        .post("/api/v1/live/tickets", "{\"branch\":\"" + Story.BRANCH + "\"}");
        assertThat(ticket.mustBe(403).code()).isEqualTo("FOREIGN_BRANCH");
    }

    /** All that name something and take a token. */
    private List<Route> guarded() {
        return Route.all(mappings).stream()
                .filter(route -> route.pattern().startsWith(Story.V + "/"))
                .filter(route -> !route.pattern().startsWith(Story.V + "/public/"))
                .filter(Route::namesSomething)
                .filter(route -> route.variables().noneMatch(NOBODYS::contains))
                // A month is everybody's: whoever closes one closes their own.
                .filter(route -> route.reads() || !route.variables().allMatch("month"::equals))
                .toList();
    }

    /** One of each kind that the demo restaurant has. */
    static Map<String, String> somethingOfEachKind(Http anybody) {
        var manager = anybody.signIn("gerente");
        var cashier = anybody.signIn("caja");
        var known = new TreeMap<String, String>();
        known.put("organization", "org-demo");
        known.put("branch", Story.BRANCH);
        known.put("day", "2026-11-21");
        known.put("month", "2026-11");
        known.put("dish", Story.DISH + "ceviche-clasico");
        known.put("option", Story.OPTION + "picante-regular");
        known.put("item", "stock-demo-miraflores-pescado");
        known.put("category", one(manager, HERE + "/menu/categories"));
        known.put("group", one(manager, HERE + "/menu/modifier-groups"));
        known.put("staff", one(manager, Story.V + "/staff"));

        var order =
                cashier.post(
                                HERE + "/orders",
                                "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\""
                                        + Story.DISH
                                        + "chicha-morada\",\"quantity\":1}]}")
                        .mustBe(201)
                        .id();
        cashier.post(Story.V + "/orders/" + order + "/confirmation", "{}").mustBe(200);
        var paid =
                cashier.post(Story.V + "/orders/" + order + "/payments", "{\"method\":\"CASH\"}")
                        .mustBe(200);
        var view = cashier.get(Story.V + "/orders/" + order, paid).mustBe(200).body();
        known.put("order", order);
        known.put("aggregate", order);
        known.put("deduction", order.replaceFirst("order", "deduction") + "-1");
        known.put("line", view.path("lines").get(0).path("line").path("id").asString());
        known.put("payment", view.path("payments").get(0).path("id").asString());
        known.put(
                "invoice",
                cashier.post(Story.V + "/orders/" + order + "/invoices", "{\"type\":\"BOLETA\"}")
                        .mustBe(201)
                        .id());
        known.put(
                "customer",
                cashier.post(
                                Story.V + "/customers",
                                "{\"name\":\"Ana Torres\",\"phone\":\"9%08d\"}"
                                        .formatted(System.nanoTime() % 100_000_000))
                        .mustBe(201)
                        .id());
        var table = DemoTable.made(anybody);
        known.put("table", table.id());
        known.put(
                "session",
                anybody.post(table.sessions(), "{\"name\":\"Ana\",\"guests\":2}")
                        .mustBe(201)
                        .text("session"));
        known.put(
                "coupon",
                manager.post(
                                HERE + "/coupons",
                                "{\"code\":\"MURO%d\",\"terms\":{\"name\":\"Muro\",\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}}"
                                        .formatted(System.nanoTime() % 1_000_000_000))
                        .mustBe(201)
                        .id());
        known.put(
                "reward",
                manager.post(
                                Story.V + "/loyalty/rewards",
                                "{\"terms\":{\"name\":\"Muro\",\"points\":10,\"branch\":\"%s\",\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}}"
                                        .formatted(Story.BRANCH))
                        .mustBe(201)
                        .id());
        known.put("approval", "approval-" + order); // only where somebody asked for one
        known.put("summary", "summary-" + order); // they are made by the night: none is certain
        known.put("space", "space-" + order);
        known.put("fixture", "fixture-" + order);
        put(
                manager,
                "spaces/" + known.get("space"),
                "{\"name\":\"%s\",\"level\":1,\"rank\":1}".formatted(order));
        put(
                manager,
                "fixtures/" + known.get("fixture"),
                "{\"space\":\"%s\",\"kind\":\"BAR\",\"x\":1,\"y\":2,\"width\":3,\"height\":4,\"rotation\":0}"
                        .formatted(known.get("space")));
        return known;
    }

    private static String one(Http who, String list) {
        return who.get(list).mustBe(200).body().path("items").get(0).path("id").asString();
    }

    private static void put(Http who, String what, String json) {
        who.exchange("PUT", HERE + "/floor-plan/" + what, json, Map.of()).mustBe(204);
    }

    /** What they hold of the demo restaurant, whatever it is. */
    private Map<String, String> plainTables() {
        var held = new TreeMap<String, String>();
        TenantScope.run(
                "org-demo",
                () -> {
                    for (var table : PLAIN_TABLES) {
                        held.put(
                                table,
                                sql.queryForObject(
                                        "select count(*) || ':' || coalesce(sum(hashtext(t::text)), 0) from "
                                                + table
                                                + " t",
                                        String.class));
                    }
                });
        return held;
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
