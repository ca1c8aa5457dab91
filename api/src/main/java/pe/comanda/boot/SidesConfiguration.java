package pe.comanda.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import java.time.Clock;

/**
 * Which sides this process runs. The compiler keeps them apart; only their package names meet here.
 */
@Configuration(proxyBeanMethods = false)
class SidesConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.COMMAND)
    @ComponentScan(
            value = "pe.comanda.command",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.QUERY)
    @ComponentScan(
            value = "pe.comanda.query",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class QuerySide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.API)
    @ComponentScan(
            value = "pe.comanda.api",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class ApiSide {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
