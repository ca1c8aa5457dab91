package pe.comanda.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.TextValue;

import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests that mean something, made of the types that controllers ask for. */
final class Bodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> TEXTS =
            Map.of(
                    "Slug", "una-prueba",
                    "Ruc", "20131312955",
                    "PublicCode", "ABC234",
                    "Series", "B001",
                    "UnitCost", "1.00",
                    "Email", "prueba@prueba.pe");
    private final Map<String, String> ids;

    /**
     * @param ids an id for each kind: {@code branch}, {@code order}
     */
    Bodies(Map<String, String> ids) {
        this.ids = ids;
    }

    String of(Type type) {
        return JSON.writeValueAsString(value(type, "it"));
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return List.of(value(generic.getActualTypeArguments()[0], name));
            }
            return raw == Optional.class
                    ? value(generic.getActualTypeArguments()[0], name)
                    : Map.of();
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return ids.getOrDefault(name, "una prueba");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain == Money.class) {
            return "1.00";
        }
        if (plain == Quantity.class) {
            return "1";
        }
        if (plain.isPrimitive()
                || Number.class.isAssignableFrom(plain)
                || plain == BigDecimal.class) {
            return 1;
        }
        if (plain.isEnum()) {
            return ((Enum<?>) plain.getEnumConstants()[0]).name();
        }
        if (plain == Instant.class) {
            return "2030-01-01T12:00:00Z";
        }
        if (plain == LocalDate.class) {
            return "2030-01-01";
        }
        if (plain == LocalTime.class) {
            return "12:00:00";
        }
        if (TextValue.class.isAssignableFrom(plain)) {
            return text(plain.getSimpleName());
        }
        // Number and type of a document have to fit each other.
        if (plain.getSimpleName().equals("BuyerRequest")) {
            return Map.of("documentType", "DNI", "number", "12345678", "name", "Ana Torres");
        }
        return plain.isRecord() ? record(plain) : Map.of();
    }

    private Map<String, Object> record(Class<?> type) {
        var fields = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            var value = value(component.getGenericType(), component.getName());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    && value instanceof Map<?, ?> inner) {
                inner.forEach((name, it) -> fields.put(String.valueOf(name), it));
            } else {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    /**
     * {@code MenuItemId} is the dish, {@code TableSessionId} the session; the rest are as named.
     */
    private String text(String type) {
        var kind =
                type.replace("MenuItem", "Dish")
                        .replace("TableSession", "Session")
                        .replace("ModifierGroup", "Group")
                        .replace("StockItem", "Item")
                        .replaceFirst("Id$", "")
                        .toLowerCase(Locale.ROOT);
        return ids.getOrDefault(kind, TEXTS.getOrDefault(type, kind + "-prueba"));
    }
}
