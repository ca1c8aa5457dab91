package pe.comanda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled program, its canaries and its tests, as one can ask questions about them. */
public final class Code {
    public static final JavaClasses PRODUCTION =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(new ImportOption.DoNotIncludePackageInfos())
                    .importPackages("pe.comanda");

    /** Five-line offenders: each breaks one rule, so that we know that the rule still bites. */
    static final JavaClasses CANARIES =
            new ClassFileImporter()
                    .importPackages(
                            "pe.comanda.domain.canary",
                            "pe.comanda.command.canary",
                            "pe.comanda.query.canary",
                            "pe.comanda.api.canary");

    private Code() {}

    /** The tests of all modules, canaries left out. */
    static JavaClasses tests() {
        var folders =
                Stream.of("domain", "command-side", "query-side", "api")
                        .map(module -> Path.of("..", module, "target", "test-classes"))
                        .filter(Files::isDirectory)
                        .toList();
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/canary/"))
                .importPaths(folders);
    }

    /** The classes of the program below this type. */
    static List<? extends Class<?>> subtypesOf(Class<?> type) {
        return PRODUCTION.stream()
                .filter(c -> c.isAssignableTo(type) && !c.isEquivalentTo(type))
                .map(JavaClass::reflect)
                .toList();
    }

    /** The records of the program below this type: its commands, queries, events or ids. */
    static List<? extends Class<?>> recordsOf(Class<?> type) {
        return subtypesOf(type).stream().filter(Class::isRecord).toList();
    }
}
