package pe.comanda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import pe.comanda.boot.StandInAlone;

/** The one program. Which of its sides run is a setting: {@code comanda.sides}. */
@SpringBootApplication(scanBasePackages = "pe.comanda.boot")
public class ComandaApplication {
    public static void main(String[] args) {
        if (StandInAlone.isWanted(args)) {
            StandInAlone.run(args);
            return;
        }
        SpringApplication.run(ComandaApplication.class, args);
    }
}
