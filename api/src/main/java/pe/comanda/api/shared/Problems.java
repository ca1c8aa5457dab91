package pe.comanda.api.shared;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.RuleViolated;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * The one place where a refusal becomes a problem (RFC 9457): its stable code, what was at stake,
 * and a sentence in Spanish that a cashier can be shown. What breaks is logged in full and tells
 * the client nothing but its number.
 */
@Component
@RestControllerAdvice
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ResourceBundle SPANISH =
            ResourceBundle.getBundle("refusals", Locale.forLanguageTag("es"));

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Exception failure) {
        return answer(refusalIn(failure));
    }

    /** The refusal in what a future failed with; null where something broke. */
    public static @Nullable Refusal refusal(Throwable failure) {
        return Refusals.in(failure);
    }

    /** For filters and handlers outside the controllers. */
    public void write(RuleViolated refusal, HttpServletResponse response) throws IOException {
        var answer = answer(new Refusal(refusal.rule().name(), refusal.details()));
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(body(Objects.requireNonNull(answer.getBody()))));
    }

    /** What a refusal under this code looks like, for the document of the routes. */
    public static Map<String, Object> example(String code) {
        return body(Objects.requireNonNull(answer(new Refusal(code, Map.of())).getBody()));
    }

    private static Map<String, Object> body(ProblemDetail problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", String.valueOf(problem.getTitle()));
        body.put("status", problem.getStatus());
        body.put("detail", String.valueOf(problem.getDetail()));
        var properties = problem.getProperties();
        if (properties != null) {
            body.putAll(properties);
        }
        return body;
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        var status = HttpStatus.valueOf(StatusCodes.of(refusal.code()));
        var problem = ProblemDetail.forStatusAndDetail(status, spanish(refusal.code()));
        problem.setType(URI.create("urn:comanda:rule:" + refusal.code()));
        problem.setTitle(refusal.code().replace('_', ' ').toLowerCase(Locale.ROOT));
        problem.setProperty("code", refusal.code());
        if (!refusal.details().isEmpty()) {
            problem.setProperty("details", refusal.details());
        }
        var headers = new HttpHeaders();
        if (refusal.details().containsKey("retryAfter")) {
            headers.set(HttpHeaders.RETRY_AFTER, refusal.details().get("retryAfter"));
        }
        return new ResponseEntity<>(problem, headers, status);
    }

    private static String spanish(String code) {
        return SPANISH.containsKey(code) ? SPANISH.getString(code) : code;
    }

    private static Refusal refusalIn(Exception failure) {
        var refusal = Refusals.in(failure);
        if (refusal != null) {
            return refusal;
        }
        return switch (Refusals.causeOf(failure)) {
            case HttpMessageNotReadableException e
                    when e.getMostSpecificCause() instanceof UnrecognizedPropertyException field ->
                    of(EdgeRule.FIELD_UNKNOWN, "field", field.getPropertyName());
            case HttpMessageNotReadableException e ->
                    of(EdgeRule.BODY_MALFORMED, "message", mildly(e));
            case MethodArgumentNotValidException e ->
                    of(
                            EdgeRule.VALUE_INVALID,
                            "fields",
                            String.join(
                                    "; ",
                                    e.getFieldErrors().stream()
                                            .map(f -> f.getField() + ": " + f.getDefaultMessage())
                                            .sorted()
                                            .toList()));
            case HandlerMethodValidationException e ->
                    of(EdgeRule.VALUE_INVALID, "message", e.getReason());
            case MethodArgumentTypeMismatchException e ->
                    of(EdgeRule.VALUE_INVALID, "field", e.getName());
            case RequestRejectedException _ ->
                    of(EdgeRule.VALUE_INVALID, "message", "A parameter holds what no text holds");
            case ServletRequestBindingException e ->
                    of(EdgeRule.VALUE_INVALID, "message", e.getMessage());
            case NoResourceFoundException e ->
                    of(EdgeRule.ROUTE_NOT_FOUND, "path", e.getResourcePath());
            case HttpRequestMethodNotSupportedException e ->
                    of(EdgeRule.METHOD_NOT_ALLOWED, "method", e.getMethod());
            case HttpMediaTypeNotSupportedException e ->
                    of(EdgeRule.MEDIA_TYPE_NOT_SUPPORTED, "contentType", e.getContentType());
            case HttpMediaTypeNotAcceptableException e ->
                    of(EdgeRule.MEDIA_TYPE_NOT_SUPPORTED, "accept", e.getMessage());
            case AsyncRequestTimeoutException e -> unavailable(e);
            case Throwable broken when Outage.isIn(broken) -> unavailable(broken);
            case Throwable broken -> {
                var number = Long.toHexString(System.nanoTime());
                LOG.error("Request failed, number {}", number, broken);
                yield of(EdgeRule.INTERNAL_ERROR, "number", number);
            }
        };
    }

    private static Refusal unavailable(Throwable cause) {
        LOG.warn("Not available: {}", cause.toString());
        return of(EdgeRule.UNAVAILABLE, "retryAfter", "2");
    }

    private static String mildly(HttpMessageNotReadableException e) {
        var cause = e.getMostSpecificCause();
        var text =
                cause instanceof JacksonException json
                        ? String.valueOf(json.getOriginalMessage())
                        : "The body cannot be read";
        return text.length() > 200 || text.contains("pe.comanda")
                ? "The body does not have the expected shape"
                : text;
    }

    private static Refusal of(EdgeRule rule, String key, @Nullable Object value) {
        return new Refusal(rule.name(), Map.of(key, String.valueOf(value)));
    }
}
