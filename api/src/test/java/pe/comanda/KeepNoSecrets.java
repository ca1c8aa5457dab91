package pe.comanda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** No text in an event, however deep, may be called like a secret. */
final class KeepNoSecrets extends ArchCondition<JavaClass> {
    private static final Set<String> SECRET =
            Set.of("password", "pin", "card", "cvv", "secret", "token", "key", "credential");

    /** Printed on the table for everybody to see; it can be revoked. */
    private static final Set<String> PUBLIC = Set.of("pe.comanda.domain.floor.QrCode.token");

    KeepNoSecrets() {
        super("keep no secrets");
    }

    @Override
    public void check(JavaClass event, ConditionEvents events) {
        look(event, event, new HashSet<>(), events);
    }

    private static void look(
            JavaClass event, JavaClass type, Set<JavaClass> seen, ConditionEvents events) {
        if (!seen.add(type)) {
            return;
        }
        for (var field : type.getFields()) {
            if (isText(field) && soundsSecret(field.getName()) && !isPublic(field)) {
                var what = event.getSimpleName() + " keeps " + field.getFullName();
                events.add(SimpleConditionEvent.violated(event, what));
            }
            field.getAllInvolvedRawTypes().stream()
                    .filter(t -> t.getPackageName().startsWith("pe.comanda.domain"))
                    .forEach(t -> look(event, t, seen, events));
        }
    }

    private static boolean isText(JavaField field) {
        return field.getRawType().isEquivalentTo(String.class)
                && !field.getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
    }

    private static boolean isPublic(JavaField field) {
        return PUBLIC.contains(field.getFullName());
    }

    private static boolean soundsSecret(String name) {
        return Arrays.stream(name.split("(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(SECRET::contains);
    }
}
