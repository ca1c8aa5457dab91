package pe.comanda.boot.json;

import com.fasterxml.jackson.annotation.Nulls;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Teaches the mapper of requests, answers and read models the language. Events have a mapper of
 * their own.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    DomainJson domainJson() {
        return new DomainJson();
    }

    @Bean
    DecimalTexts decimalTexts() {
        return new DecimalTexts();
    }

    /** A list with a hole in it is malformed, wherever it stands in a body. */
    @Bean
    JsonMapperBuilderCustomizer noHolesInLists() {
        return builder ->
                builder.changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }
}
