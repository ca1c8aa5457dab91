package pe.comanda.api.shared;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds a route by walking the segments of its path. Spring compares every request with every
 * pattern, some three hundred here, which costs more than what most routes do. Where the walk does
 * not end at exactly one route, Spring decides, and refuses, as it always does.
 */
final class RouteIndex extends RequestMappingHandlerMapping {
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z0-9_]+}");

    private final Node root = new Node();
    private final List<Route> others = new ArrayList<>();

    private record Route(RequestMappingInfo mapping, HandlerMethod handler) {}

    /** What follows a part of a path. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node variable;
        private final List<Route> routes = new ArrayList<>();
    }

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods()
                .forEach(
                        (mapping, handler) -> {
                            var route = new Route(mapping, handler);
                            var patterns = mapping.getPatternValues();
                            if (patterns.stream().allMatch(RouteIndex::isPlain)) {
                                patterns.forEach(pattern -> add(route, pattern));
                            } else {
                                others.add(route);
                            }
                        });
    }

    /** Whether each segment is a word or a variable. */
    private static boolean isPlain(String pattern) {
        if (!pattern.startsWith("/") || pattern.endsWith("/")) {
            return false;
        }
        for (var segment : pattern.substring(1).split("/")) {
            if (!LITERAL.matcher(segment).matches() && !VARIABLE.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }

    private void add(Route route, String pattern) {
        var node = root;
        for (var segment : pattern.substring(1).split("/")) {
            if (segment.startsWith("{")) {
                if (node.variable == null) {
                    node.variable = new Node();
                }
                node = node.variable;
            } else {
                node = node.literals.computeIfAbsent(segment, _ -> new Node());
            }
        }
        node.routes.add(route);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
            throws Exception {
        var only = CorsUtils.isPreFlightRequest(request) ? null : only(request);
        if (only == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler());
        handleMatch(only.mapping(), path, request);
        return only.handler();
    }

    /** The route with what of its mapping this request matches; null where none or several do. */
    private @Nullable Route only(HttpServletRequest request) {
        var elements =
                ServletRequestPathUtils.getParsedRequestPath(request)
                        .pathWithinApplication()
                        .elements();
        var candidates = new ArrayList<>(others);
        walk(root, elements, 0, candidates);
        Route found = null;
        for (var route : candidates) {
            var match = getMatchingMapping(route.mapping(), request);
            if (match != null && found != null) {
                return null;
            }
            if (match != null) {
                found = new Route(match, route.handler());
            }
        }
        return found;
    }

    private static void walk(
            Node node, List<PathContainer.Element> elements, int from, List<Route> candidates) {
        int at = from;
        while (at < elements.size() && !(elements.get(at) instanceof PathContainer.PathSegment)) {
            at++;
        }
        if (at == elements.size()) {
            candidates.addAll(node.routes);
            return;
        }
        var word = ((PathContainer.PathSegment) elements.get(at)).valueToMatch();
        var literal = node.literals.get(word);
        if (literal != null) {
            walk(literal, elements, at + 1, candidates);
        }
        if (node.variable != null) {
            walk(node.variable, elements, at + 1, candidates);
        }
    }
}
