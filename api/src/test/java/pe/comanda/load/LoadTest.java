package pe.comanda.load;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Starts the program in a process of its own on an empty folder and prints how fast it is. Figures
 * decide nothing here: they are read by people. Run with {@code ./mvnw -Pload verify}; {@link
 * Scenes} tells the settings.
 */
@Tag("load")
class LoadTest {
    private static final int PORT = Integer.getInteger("load.port", 18_080);

    @Test
    void print_how_fast_it_is() throws Exception {
        try (var _ = Program.start(Program.folder("load"), PORT)) {
            Scenes.main(String.valueOf(PORT));
        }
    }
}
