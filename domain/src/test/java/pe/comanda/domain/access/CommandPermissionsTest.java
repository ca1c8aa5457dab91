package pe.comanda.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.menu.DishEdit;
import pe.comanda.domain.menu.EditDishes;
import pe.comanda.domain.menu.MenuEditId;
import pe.comanda.domain.shared.Command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which permission each command takes, written a second time: {@code commands.txt} beside this
 * test. A new command needs a line there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandPermissionsTest {
    @Test
    void each_command_takes_the_permission_of_the_table() throws Exception {
        var found = new TreeMap<String, String>();
        for (var command : commands()) {
            if (command != EditDishes.class) {
                found.put(name(command), blank(command).requires().code());
            }
        }
        for (var change : DishEdit.class.getPermittedSubclasses()) {
            var edit = new EditDishes(new MenuEditId("edit-1"), List.of(), blankEdit(change));
            found.put("menu.EditDishes." + change.getSimpleName(), edit.requires().code());
        }
        assertThat(found).isEqualTo(written());
    }

    private static Map<String, String> written() throws IOException {
        try (var lines = CommandPermissionsTest.class.getResourceAsStream("commands.txt")) {
            var table = new TreeMap<String, String>();
            new String(lines.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", -1))
                    .forEach(cells -> table.put(cells[0], cells[1]));
            return table;
        }
    }

    private static String name(Class<?> command) {
        var parts = command.getPackageName().split("\\.", -1);
        return parts[parts.length - 1] + "." + command.getSimpleName();
    }

    /** Every record of the language that is a command. */
    private static List<Class<? extends Command>> commands()
            throws IOException, URISyntaxException {
        var root =
                Path.of(Command.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .<Class<?>>map(CommandPermissionsTest::load)
                    .filter(type -> type.isRecord() && Command.class.isAssignableFrom(type))
                    .<Class<? extends Command>>map(type -> type.asSubclass(Command.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Command.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its permission depends on what kind of command it is, so one without any content will do. */
    private static Command blank(Class<? extends Command> type) throws Exception {
        return type.cast(unsafe().allocateInstance(type));
    }

    /** The permission of an edit of many dishes depends on what is edited. */
    private static DishEdit blankEdit(Class<?> change) throws Exception {
        return (DishEdit) unsafe().allocateInstance(change);
    }

    private static sun.misc.Unsafe unsafe() throws Exception {
        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return (sun.misc.Unsafe) field.get(null);
    }
}
