package pe.comanda;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole program with commands, events and queries on a real Axon Server. Each test that bears
 * this starts it again, on the folder and the log that the one before left: two programs of the
 * same name would share each other's commands.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = "AXONSERVER_TEST",
        matches = ".+",
        disabledReason = "Set AXONSERVER_TEST=host:port of an empty Axon Server to run this")
@SpringBootTest(
        classes = ComandaApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "comanda.data=target/integration-axon-server",
            "comanda.demo=always",
            "comanda.event-store=axon-server",
            "axon.axonserver.servers=${AXONSERVER_TEST}",
            "comanda.super-admin.email=plataforma@comanda.pe",
            "comanda.super-admin.password=plataforma-de-prueba",
            "comanda.sunat-timeout=2s",
            "comanda.sunat-pace=0.05"
        })
@DirtiesContext
public @interface OnAxonServer {}
