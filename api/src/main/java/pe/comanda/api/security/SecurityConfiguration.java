package pe.comanda.api.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Problems;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The filter chain: no session, no cookie, one token per request, and a strict policy for pages.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Recognition recognition,
            Problems problems,
            @Value("${comanda.metrics-open:false}") boolean metricsOpen,
            @Value(
                            "${comanda.content-security-policy:default-src 'self'; img-src 'self' data: blob:;"
                                    + " style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; object-src 'none';"
                                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'}")
                    String policy)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                                        .cacheControl(cache -> cache.disable())
                                        .addHeaderWriter(SecurityConfiguration::keepPrivate))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(Routes.OPEN)
                                        .permitAll()
                                        .requestMatchers(Routes.METRICS)
                                        .access(
                                                (who, _) ->
                                                        new AuthorizationDecision(
                                                                metricsOpen
                                                                        || mayOperate(who.get())))
                                        .requestMatchers(Routes.GUARDED)
                                        .authenticated()
                                        .requestMatchers(HttpMethod.GET, "/**")
                                        .permitAll()
                                        .requestMatchers(HttpMethod.HEAD, "/**")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .exceptionHandling(
                        refusals ->
                                refusals.authenticationEntryPoint(
                                                (_, response, _) -> {
                                                    response.setHeader(
                                                            HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                                    problems.write(
                                                            EdgeRule.TOKEN_REQUIRED.broken(),
                                                            response);
                                                })
                                        .accessDeniedHandler(
                                                (_, response, _) ->
                                                        problems.write(
                                                                AccessRule.PERMISSION_DENIED
                                                                        .broken(),
                                                                response)))
                .addFilterBefore(
                        new TokenFilter(recognition, problems), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static boolean mayOperate(@Nullable Authentication who) {
        return who instanceof CallerAuthentication known
                && known.getPrincipal().role().may(Permission.OPERATIONS_READ);
    }

    /** What the program answers is for its asker alone, unless the route says otherwise. */
    private static void keepPrivate(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().startsWith("/api/")
                && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }

    /** Browsers of other origins may ask where {@code comanda.cors-origins} names them. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(
            @Value("${comanda.cors-origins:}") List<String> origins) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            var allowed = new CorsConfiguration();
            allowed.setAllowedOrigins(origins);
            allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
            allowed.setAllowedHeaders(List.of("*"));
            allowed.setExposedHeaders(
                    List.of(
                            HttpHeaders.ETAG,
                            HttpHeaders.LOCATION,
                            HttpHeaders.RETRY_AFTER,
                            "Comanda-Position",
                            "Idempotent-Replay",
                            Recognition.CORRELATION));
            allowed.setMaxAge(Duration.ofHours(1));
            source.registerCorsConfiguration("/api/**", allowed);
            source.registerCorsConfiguration("/.well-known/**", allowed);
        }
        return source;
    }

    /** One observation per request tells enough; one per filter costs more than the filters. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Behind Boot's own, which makes a page of whatever was not told yet. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadablePaths(
            Problems problems) {
        return factory ->
                factory.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new UnreadablePaths(problems)));
    }

    /** Argon2id with 16 MiB and two passes; what was hashed by bcrypt elsewhere is understood. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2", new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2),
                        "bcrypt", new BCryptPasswordEncoder()));
    }

    /** Nobody signs in behind the back of this package; without it a default user would be made. */
    @Bean
    AuthenticationManager nobody() {
        return _ -> {
            throw new BadCredentialsException("Sign in at /api/v1/auth/login");
        };
    }
}
