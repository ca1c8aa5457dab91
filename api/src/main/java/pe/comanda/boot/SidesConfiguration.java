package pe.comanda.boot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/**
 * Which sides this process runs. The compiler keeps them apart; only their package names meet here.
 */
@Configuration(proxyBeanMethods = false)
class SidesConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.COMMAND)
    @ComponentScan("pe.comanda.command")
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.QUERY)
    @ComponentScan("pe.comanda.query")
    static class QuerySide {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSide(Side.API)
    @ComponentScan("pe.comanda.api")
    static class ApiSide {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
