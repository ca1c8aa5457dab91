package pe.comanda.boot;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * {@code comanda.sides=stand-in}: no side of the program, but SUNAT's stand-in by itself. Only the
 * name of its class is known here.
 */
public final class StandInAlone {
    private static final String PROGRAM = "pe.comanda.command.invoicing.standin.StandInProgram";
    private static final String SETTING = "stand-in";

    private StandInAlone() {}

    public static boolean isWanted(String[] args) {
        return Arrays.asList(args).contains("--comanda.sides=" + SETTING)
                || SETTING.equals(System.getenv("COMANDA_SIDES"));
    }

    /** Runs until it is stopped. */
    public static void run(String[] args) {
        try {
            var unused =
                    Class.forName(PROGRAM)
                            .getMethod("main", String[].class)
                            .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
