package pe.comanda;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.floor.QrCode;
import pe.comanda.domain.inventory.RecipeId;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.invoicing.BuyerDocument;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.NotePart;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.shared.AggregateId;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.TextValue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a record of any type, every component filled, always the same. What checks more than its
 * form is listed by hand.
 */
public final class Samples {
    private static final Pattern PREFIX = Pattern.compile("looks like (.+)-0198a1");

    /** What texts with a form look like: each takes the first that it accepts. */
    private static final List<String> TEXTS =
            List.of(
                    "20131312955",
                    "F001",
                    "7KQ2MX",
                    "ana@example.com",
                    "el-buen-sabor",
                    "{argon2}c2FsdHNhbHRzYWx0c2FsdA",
                    "v1.c2VhbGVk");

    private static final Issuer ISSUER =
            new Issuer(
                    new Ruc("20131312955"),
                    "El Buen Sabor S.A.C.",
                    "El Buen Sabor",
                    new IssuerAddress("150122", "Lima", "Lima", "Miraflores", "Av. Larco 345"),
                    "0000");

    private static final Map<Class<?>, Object> BY_HAND =
            Map.ofEntries(
                    entry(Money.class, Money.of("38.50")),
                    entry(Quantity.class, Quantity.of("0.125")),
                    entry(
                            BuyerDocument.class,
                            new BuyerDocument(BuyerDocumentType.DNI, "41234567")),
                    entry(Issuer.class, ISSUER),
                    entry(
                            NoteContent.class,
                            NoteContent.lines(List.of(new NotePart(1, Quantity.of("2"))))),
                    entry(UnitCost.class, new UnitCost("0.0125")),
                    entry(RecipeId.class, new RecipeId("recipe-branch-0198a1:dish-0198a1")),
                    entry(QrCode.class, new QrCode("Zm9vYmFyYmF6cXV4MTIzNA", "7KQ2MX")));

    private static final Map<Class<?>, Object> OF_JAVA =
            Map.ofEntries(
                    entry(boolean.class, true),
                    entry(byte[].class, new byte[] {1, 2}),
                    entry(Boolean.class, true),
                    entry(int.class, 7),
                    entry(Integer.class, 7),
                    entry(long.class, 1_250L),
                    entry(Long.class, 1_250L),
                    entry(BigDecimal.class, new BigDecimal("0.105")),
                    entry(Instant.class, Instant.parse("2026-11-21T18:05:10.123456Z")),
                    entry(LocalDate.class, LocalDate.of(2026, 11, 21)),
                    entry(LocalDateTime.class, LocalDateTime.of(2026, 11, 21, 13, 5, 10)),
                    entry(LocalTime.class, LocalTime.of(13, 5)),
                    entry(YearMonth.class, YearMonth.of(2026, 11)),
                    entry(Duration.class, Duration.ofMinutes(20)),
                    entry(ZoneId.class, ZoneId.of("America/Lima")));

    private Samples() {}

    public static <T> T of(Class<T> type) {
        return type.cast(of(type, type.getSimpleName()));
    }

    /** The prefix of ids of this type, told by its own refusal. */
    private static String prefixOf(Class<? extends AggregateId> type) {
        try {
            var _ = type.getConstructor(String.class).newInstance("?");
        } catch (InvocationTargetException e) {
            var refusal = PREFIX.matcher(String.valueOf(e.getCause().getMessage()));
            if (e.getCause() instanceof MalformedValue && refusal.find()) {
                return refusal.group(1);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no public record of one text", e);
        }
        throw new IllegalStateException(type + " does not check the form of its ids");
    }

    private static Object of(Type type, String name) {
        return switch (type) {
            case ParameterizedType p -> container((Class<?>) p.getRawType(), p, name);
            case Class<?> c when OF_JAVA.containsKey(c) -> OF_JAVA.get(c);
            case Class<?> c when BY_HAND.containsKey(c) -> BY_HAND.get(c);
            case Class<?> c when c == String.class -> "a " + name;
            case Class<?> c when c.isEnum() -> Arrays.asList(c.getEnumConstants()).getLast();
            case Class<?> c when AggregateId.class.isAssignableFrom(c) -> id(c);
            case Class<?> c when TextValue.class.isAssignableFrom(c) -> text(c);
            case Class<?> c when c.isRecord() -> record(c);
            case Class<?> c when c.isSealed() -> of(c.getPermittedSubclasses()[0], name);
            default -> throw new IllegalArgumentException("Teach Samples to make a " + type);
        };
    }

    private static Object container(Class<?> raw, ParameterizedType type, String name) {
        var inner = Stream.of(type.getActualTypeArguments()).map(t -> of(t, name)).toList();
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of(inner.getFirst(), inner.getLast());
        }
        if (raw == Set.class) {
            return Set.copyOf(inner);
        }
        if (raw == Optional.class) {
            return Optional.of(inner.getFirst());
        }
        return List.copyOf(inner);
    }

    private static Object id(Class<?> type) {
        return create(type, prefixOf(type.asSubclass(AggregateId.class)) + "-0198a1c2");
    }

    private static Object text(Class<?> type) {
        for (var text : TEXTS) {
            try {
                return create(type, text);
            } catch (IllegalArgumentException _) {
                // Not of this form: perhaps the next.
            }
        }
        throw new IllegalArgumentException("Teach Samples a text that " + type + " accepts");
    }

    private static Object record(Class<?> type) {
        return create(
                type,
                Stream.of(type.getRecordComponents())
                        .map(c -> of(c.getGenericType(), c.getName()))
                        .toArray());
    }

    static Object create(Class<?> type, @Nullable Object... values) {
        try {
            var types =
                    Stream.of(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Teach Samples to make a " + type + ": " + e.getCause(), e);
        }
    }
}
