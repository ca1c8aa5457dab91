package pe.comanda.command.sagastore;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The component of an event that tells which saga it belongs to. */
final class Property {
    private static final Map<Class<?>, Map<String, Optional<Method>>> ACCESSORS =
            new ConcurrentHashMap<>();

    private Property() {}

    /** As a text; empty where the event has no such component. */
    static Optional<String> of(Object event, String name) {
        return ACCESSORS
                .computeIfAbsent(event.getClass(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, _ -> accessor(event.getClass(), name))
                .map(method -> ReflectionUtils.invokeMethod(method, event))
                .map(Object::toString);
    }

    private static Optional<Method> accessor(Class<?> event, String name) {
        var method = Optional.ofNullable(BeanUtils.findDeclaredMethod(event, name));
        method.ifPresent(ReflectionUtils::makeAccessible);
        return method;
    }
}
