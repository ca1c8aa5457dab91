package pe.comanda.api.invoicing;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page that the printed form names: where a buyer looks a document up. */
@Configuration(proxyBeanMethods = false)
class ConsultPage implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/consulta").setViewName("forward:/consulta.html");
    }
}
