package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import pe.comanda.IntegrationTest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The index answers what Spring's own list of routes would, request by request. */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteIndexTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping index;

    @Autowired private WebApplicationContext context;

    @Test
    void every_request_finds_the_route_that_spring_would_find() throws Exception {
        assertThat(index).isInstanceOf(RouteIndex.class);
        var springs = new RequestMappingHandlerMapping();
        context.getAutowireCapableBeanFactory().initializeBean(springs, "springs-own");

        int found = 0;
        for (var path : paths()) {
            for (var method : METHODS) {
                var ours = outcome(index, method, path);
                assertThat(ours).as(method + " " + path).isEqualTo(outcome(springs, method, path));
                found += ours.startsWith("handler") ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(300);
    }

    /** Every pattern with words for its variables, and what is nearly one. */
    private Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        for (var mapping : index.getHandlerMethods().keySet()) {
            for (var pattern : mapping.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^}]+}", "some-word").replace("*", "x");
                paths.addAll(
                        List.of(
                                path,
                                path + "/",
                                path + "/more",
                                path.replace("some-word", "a%20b%2Fc"),
                                path.replace("some-word", "w;v=1"),
                                path.replace("/v1/", "//v1/"),
                                path.substring(0, path.length() - 1)));
            }
        }
        return paths;
    }

    private static String outcome(
            RequestMappingHandlerMapping mapping, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setContentType("application/json");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = mapping.getHandler(request);
            if (chain == null) {
                return "nobody";
            }
            return "handler %s %s %s"
                    .formatted(
                            chain.getHandler(),
                            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                            request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        } catch (Exception e) {
            return e.toString();
        }
    }
}
