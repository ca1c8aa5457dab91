package pe.comanda.api.shared;

import static pe.comanda.api.shared.EdgeRule.*;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;

import java.util.List;
import java.util.regex.Pattern;

/** Makes an {@link Asking} of the request's headers and of who was authenticated. */
@Component
class AskingResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String POSITION = "Comanda-Position";
    private static final Pattern VERSION = Pattern.compile("\\d{0,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{0,18}");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asking.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (http == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof Caller caller)) {
            throw AccessRule.CALLER_REQUIRED.broken();
        }
        return new Asking(
                caller,
                idempotencyKey(http),
                version(http.getHeader(HttpHeaders.IF_MATCH)),
                number(http.getHeader(POSITION)),
                () ->
                        BodyGuard.digestOf(
                                WebUtils.getNativeRequest(http, BodyGuard.GuardedRequest.class),
                                http));
    }

    /** A structured-field string or the bare key; 8 to 128 characters. */
    private static String idempotencyKey(HttpServletRequest request) {
        var key = unquoted(request.getHeader(IDEMPOTENCY_KEY));
        IDEMPOTENCY_KEY_MALFORMED.require(
                key.isEmpty() || key.length() >= 8 && key.length() <= 128);
        return key;
    }

    private static String version(@Nullable String ifMatch) {
        var version = unquoted(ifMatch == null ? null : ifMatch.replaceFirst("^W/", ""));
        IF_MATCH_MALFORMED.require(VERSION.matcher(version).matches());
        return version;
    }

    private static String number(@Nullable String header) {
        var number = header == null ? "" : header.strip();
        POSITION_MALFORMED.require(NUMBER.matcher(number).matches());
        return number;
    }

    private static String unquoted(@Nullable String header) {
        if (header == null) {
            return "";
        }
        var text = header.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
