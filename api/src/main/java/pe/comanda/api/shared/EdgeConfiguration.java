package pe.comanda.api.shared;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.xml.Jaxb2RootElementHttpMessageConverter;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.lang.annotation.ElementType;

/** How bodies are read and written: as JSON, and validated as the plain records that they are. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    /** Nothing speaks XML by Spring's converters, and one asks every answer for annotations. */
    @Bean
    ServerHttpMessageConvertersCustomizer noXmlBinding() {
        return converters ->
                converters.configureMessageConvertersList(
                        all ->
                                all.removeIf(
                                        Jaxb2RootElementHttpMessageConverter.class::isInstance));
    }

    /**
     * A body with a field that nobody knows is refused: a misspelt {@code amount} would else settle
     * a whole bill. What is stored is read mildly, as an older or newer version wrote it.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer everyFieldIsKnown(JsonMapper json) {
        var strict = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict.build()));
    }

    /** No entity is ever validated, so nobody has to be asked whether a field is loaded yet. */
    @Bean
    ValidationConfigurationCustomizer everythingIsLoaded() {
        return validation -> validation.traversableResolver(new Loaded());
    }

    private static final class Loaded implements TraversableResolver {
        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> root, Path path, ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> root, Path path, ElementType type) {
            return true;
        }
    }
}
