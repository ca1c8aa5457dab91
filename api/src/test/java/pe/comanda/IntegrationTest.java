package pe.comanda;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole program on its defaults, with the demo restaurant: one context, shared by every test
 * that bears this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ComandaApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "comanda.data=target/integration",
            "comanda.demo=always",
            // A wrong query shows at once.
            "spring.data.jpa.repositories.bootstrap-mode=default",
            "comanda.super-admin.email=plataforma@comanda.pe",
            "comanda.super-admin.password=plataforma-de-prueba",
            // SUNAT is waited for, and asked again, in seconds instead of minutes.
            "comanda.sunat-timeout=2s",
            "comanda.sunat-pace=0.05",
            // Nobody listens there, save in the test that does.
            "spring.mail.host=localhost",
            "spring.mail.port=42525",
            "comanda.mail.from=comprobantes@demo.pe",
            "comanda.mail.retry=1s"
        })
public @interface IntegrationTest {}
