package pe.comanda.boot.json;

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
}
