package pe.comanda.story;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One route that the program answers. */
record Route(String method, String pattern, HandlerMethod handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^}]*)?}");

    /** Where a body made of types alone would be refused for its form. */
    private static final Map<String, String> FORMS =
            Map.ofEntries(
                    Map.entry(
                            "POST /api/v1/branches/{branch}/menu/dishes/edits",
                            "{\"dishes\":[\"{dish}\"],\"priceTo\":\"1.00\"}"),
                    Map.entry(
                            "POST /api/v1/branches/{branch}/orders",
                            "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"{dish}\",\"quantity\":1}]}"),
                    Map.entry("POST /api/v1/orders/{order}/invoices", "{\"type\":\"BOLETA\"}"),
                    Map.entry(
                            "PUT /api/v1/customers/{customer}",
                            "{\"name\":\"Ana\",\"phone\":\"987000111\"}"),
                    Map.entry("POST /api/v1/orders/{order}/coupon", "{\"code\":\"PRUEBA10\"}"),
                    Map.entry(
                            "POST /api/v1/branches/{branch}/coupons",
                            "{\"code\":\"PRUEBA10\",\"terms\":{\"name\":\"Prueba\",\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}}"),
                    Map.entry(
                            "POST /api/v1/branches/{branch}/coupons/{coupon}/terms",
                            "{\"name\":\"Prueba\",\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}"),
                    Map.entry(
                            "POST /api/v1/loyalty/rewards",
                            "{\"terms\":{\"name\":\"Prueba\",\"points\":10,\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}}"),
                    Map.entry(
                            "POST /api/v1/loyalty/rewards/{reward}/terms",
                            "{\"name\":\"Prueba\",\"points\":10,\"benefit\":{\"kind\":\"PERCENTAGE\",\"percent\":\"10\"}}"),
                    Map.entry(
                            "POST /api/v1/invoices/{invoice}/credit-notes",
                            "{\"reason\":\"ANNULMENT\",\"text\":\"Prueba\"}"),
                    Map.entry(
                            "POST /api/v1/invoices/{invoice}/debit-notes",
                            "{\"reason\":\"LATE_INTEREST\",\"text\":\"Prueba\",\"amount\":\"1.00\"}"));

    /** What a route cannot be asked without. */
    private static final Map<String, String> PARAMETERS =
            Map.of("GET /api/v1/audit/aggregates/{aggregate}/difference", "?from=0&until=1");

    /** Every route of the program's own, by path. */
    static List<Route> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("pe.comanda"))
                .flatMap(
                        e ->
                                e.getKey().getPatternValues().stream()
                                        .flatMap(
                                                path ->
                                                        e
                                                                .getKey()
                                                                .getMethodsCondition()
                                                                .getMethods()
                                                                .stream()
                                                                .map(
                                                                        m ->
                                                                                new Route(
                                                                                        m.name(),
                                                                                        path,
                                                                                        e
                                                                                                .getValue()))))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    String name() {
        return method + " " + pattern;
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean namesSomething() {
        return pattern.contains("{");
    }

    /** The names of its path variables. */
    Stream<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1));
    }

    /** The path with these values; fails where a variable has none. */
    String path(Map<String, String> values) {
        return VARIABLE.matcher(pattern)
                        .replaceAll(
                                found -> {
                                    var value = values.get(found.group(1));
                                    if (value == null) {
                                        throw new AssertionError(
                                                "No value for {"
                                                        + found.group(1)
                                                        + "} of "
                                                        + name());
                                    }
                                    return value;
                                })
                + PARAMETERS.getOrDefault(name(), "");
    }

    /** A body that means something; null where the route takes none. */
    String body(Bodies bodies, Map<String, String> values) {
        if (FORMS.containsKey(name())) {
            return FORMS.get(name()).replace("{dish}", values.get("dish"));
        }
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(parameter -> bodies.of(parameter.getParameterizedType()))
                .orElse(reads() || method.equals("DELETE") ? null : "{}");
    }
}
