package pe.comanda.boot.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.coupons.Benefit;
import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.TextValue;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;

/**
 * Writes the language as people would: an id is a text, money and quantities are decimal texts
 * ({@code "35.00"}), never floating numbers. Serves events, answers and requests alike, so the
 * domain needs no annotation.
 */
public final class DomainJson extends JacksonModule {
    @Override
    public String getModuleName() {
        return "comanda-domain";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        var serializers = new SimpleSerializers();
        serializers.addSerializer(TextValue.class, new TextWriter());
        serializers.addSerializer(Money.class, new ToStringSerializer(Money.class));
        serializers.addSerializer(Quantity.class, new ToStringSerializer(Quantity.class));
        context.addSerializers(serializers);

        context.setMixIn(Benefit.class, BenefitKinds.class);

        var keys = new SimpleSerializers();
        keys.addSerializer(TextValue.class, new TextKeyWriter());
        context.addKeySerializers(keys);

        var deserializers = new SimpleDeserializers();
        deserializers.addDeserializer(
                Money.class,
                new DecimalReader<>(Money.class) {
                    @Override
                    Money of(BigDecimal value) {
                        return new Money(value);
                    }
                });
        deserializers.addDeserializer(
                Quantity.class,
                new DecimalReader<>(Quantity.class) {
                    @Override
                    Quantity of(BigDecimal value) {
                        return new Quantity(value);
                    }
                });
        deserializers.addDeserializer(Totals.class, new TotalsReader());
        context.addDeserializers(deserializers);
        context.addDeserializers(new TextReaders());
        context.addKeyDeserializers(new TextKeyReaders());
    }

    /** Kinds of benefit are told by name, and the names are stored: they stay. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Benefit.Percentage.class, name = "PERCENTAGE"),
        @JsonSubTypes.Type(value = Benefit.FixedAmount.class, name = "FIXED_AMOUNT"),
        @JsonSubTypes.Type(value = Benefit.FreeItem.class, name = "FREE_ITEM"),
        @JsonSubTypes.Type(value = Benefit.ItemDiscount.class, name = "ITEM_DISCOUNT"),
        @JsonSubTypes.Type(value = Benefit.CategoryDiscount.class, name = "CATEGORY_DISCOUNT"),
        @JsonSubTypes.Type(value = Benefit.BuyAndGet.class, name = "BUY_AND_GET")
    })
    private interface BenefitKinds {}

    private static final class TextWriter extends StdScalarSerializer<TextValue> {
        TextWriter() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.value());
        }
    }

    private static final class TextKeyWriter extends StdScalarSerializer<TextValue> {
        TextKeyWriter() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator out, SerializationContext context) {
            out.writeName(value.value());
        }
    }

    /**
     * A number is not taken for one: whoever wrote it may have read it as a floating one before,
     * and {@code 0.1 + 0.2} is no amount.
     */
    private static String text(JsonParser in) {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw new MalformedValue("VALUE_IS_A_TEXT", "Write it as a text, as in \"35.00\"");
        }
        return in.getString();
    }

    private abstract static class DecimalReader<T> extends StdScalarDeserializer<T> {
        DecimalReader(Class<T> type) {
            super(type);
        }

        abstract T of(BigDecimal value);

        @Override
        public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
            var text = text(in);
            try {
                return of(new BigDecimal(text.strip()));
            } catch (NumberFormatException _) {
                return (T)
                        context.handleWeirdStringValue(handledType(), text, "not a decimal number");
            }
        }
    }

    /** Any record with one text component that is a {@link TextValue} is read from a text. */
    private static final class TextReaders extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isText(type.getRawClass()) ? new TextReader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isText(type);
        }
    }

    private static boolean isText(Class<?> type) {
        return type.isRecord() && TextValue.class.isAssignableFrom(type);
    }

    private static final class TextReader extends StdScalarDeserializer<Object> {
        private final transient MethodHandle constructor;

        TextReader(Class<?> type) {
            super(type);
            this.constructor = constructorOf(type);
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) {
            return create(constructor, text(in));
        }
    }

    private static final class TextKeyReaders implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            if (!isText(type.getRawClass())) {
                return null;
            }
            var constructor = constructorOf(type.getRawClass());
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return create(constructor, key);
                }
            };
        }
    }

    private static MethodHandle constructorOf(Class<?> type) {
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " must be a public record with one text", e);
        }
    }

    private static Object create(MethodHandle constructor, String text) {
        try {
            return (Object) constructor.invokeExact(text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
