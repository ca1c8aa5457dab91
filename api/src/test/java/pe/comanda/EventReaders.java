package pe.comanda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.shared.DomainEvent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who reacts to which event, read from the handlers themselves, as a page of Markdown. */
final class EventReaders {
    private static final String HEAD =
            """
            # Who reacts to an event

            Written from the handlers by a test that fails where it no longer fits (`-Dgolden.write=true` writes it anew). What each reader does:
            [processors.md](processors.md). A reader that takes a whole family looks at each event and lets pass what does not concern it.
            """;

    private final List<Reader> readers =
            Code.PRODUCTION.stream()
                    .flatMap(c -> c.getMethods().stream())
                    .filter(EventReaders::handles)
                    .map(m -> new Reader(m.getRawParameterTypes().getFirst().reflect(), nameOf(m)))
                    .toList();

    /**
     * @param takes an event, a family of them, or what all events are
     */
    private record Reader(Class<?> takes, String name) {}

    String page() {
        var page = new StringBuilder(HEAD);
        page.append("\nEvery event goes to ").append(takersOf(e -> !isOurs(e))).append(".\n");
        EventFamilies.ALL.stream()
                .sorted(Comparator.comparing(EventReaders::title))
                .forEach(family -> page.append(section(family)));
        return page.toString();
    }

    private String section(Class<?> family) {
        var events = Arrays.asList(family.getPermittedSubclasses());
        var byName =
                events.stream()
                        .filter(event -> !takersOf(event::equals).isEmpty())
                        .map(
                                event ->
                                        "- `%s` also goes to %s\n"
                                                .formatted(
                                                        event.getSimpleName(),
                                                        takersOf(event::equals)))
                        .collect(Collectors.joining());
        var all = takersOf(family::equals);
        return "\n## %s\n\n%s\n%s%s"
                .formatted(
                        title(family),
                        events.stream()
                                .map(event -> "`" + event.getSimpleName() + "`")
                                .collect(Collectors.joining(", ")),
                        all.isEmpty() ? "" : "\nAll of them go to " + all + ".\n",
                        byName.isEmpty() ? "" : "\n" + byName);
    }

    private String takersOf(Predicate<Class<?>> taken) {
        return readers.stream()
                .filter(reader -> taken.test(reader.takes()))
                .map(Reader::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static boolean isOurs(Class<?> taken) {
        return DomainEvent.class.isAssignableFrom(taken) && taken != DomainEvent.class;
    }

    private static String title(Class<?> family) {
        var name = EventFamilies.nameOf(family.getPermittedSubclasses()[0]).orElseThrow();
        return name.substring(0, name.indexOf('.')) + ": " + family.getSimpleName();
    }

    private static boolean handles(JavaMethod method) {
        return (method.isAnnotatedWith(EventHandler.class)
                        || method.isAnnotatedWith(SagaEventHandler.class))
                && !method.getRawParameterTypes().isEmpty()
                && method.getOwner().isAnnotatedWith(ProcessingGroup.class);
    }

    private static String nameOf(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return "`%s` %s"
                .formatted(
                        owner.getAnnotationOfType(ProcessingGroup.class).value(),
                        owner.getSimpleName());
    }
}
