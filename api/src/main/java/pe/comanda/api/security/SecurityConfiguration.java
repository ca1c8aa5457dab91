package pe.comanda.api.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Problems;
import pe.comanda.domain.access.AccessRule;

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
            @Value(
                            "${comanda.content-security-policy:default-src 'self'; img-src 'self' data: blob:;"
                                    + " style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; object-src 'none';"
                                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'}")
                    String policy)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                                        .cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ASYNC, DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(Routes.OPEN)
                                        .permitAll()
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
