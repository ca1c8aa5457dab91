package pe.comanda.domain.canary;

import java.nio.file.Path;

public class ReadingCanary {
    Path file() {
        return Path.of("menu.txt");
    }
}
