package pe.comanda.boot.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.jspecify.annotations.Nullable;

import pe.comanda.boot.json.DomainJson;
import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.ordering.Totals;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores events under their logical names ({@code ordering.OrderPlaced}) as plain JSON, and reads
 * them loudly: a field that is missing or unknown is a broken history, not a null.
 */
public final class EventSerializer extends Jackson3Serializer {
    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    private EventSerializer(Builder builder) {
        super(builder);
    }

    public static EventSerializer create() {
        return new EventSerializer(
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(
                                json -> {
                                    language().accept(json);
                                    // A record's questions (isFree, isOnCredit) are no part of
                                    // what is stored.
                                    json.changeDefaultVisibility(
                                            visibility ->
                                                    visibility.withIsGetterVisibility(
                                                            JsonAutoDetect.Visibility.NONE));
                                    json.addModule(
                                            new SimpleModule("comanda-events")
                                                    .addDeserializer(MetaData.class, new Metadata())
                                                    .addSerializer(
                                                            Totals.class, new TotalsWriter()));
                                    json.addModule(new Completeness());
                                    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
                                }));
    }

    /**
     * What every serializer of the program has in common. Axon's own tokens and metadata may be
     * polymorphic (a replay token wraps another token), so its package is allowed as a base type;
     * nothing else is.
     */
    static Jackson3SerializerCustomizer language() {
        return json ->
                json.addModule(new DomainJson())
                        .polymorphicTypeValidator(
                                BasicPolymorphicTypeValidator.builder()
                                        .allowIfSubType("org.axonframework.")
                                        .build())
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Axon's
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null) {
            var name = EventFamilies.nameOf(type);
            if (name.isPresent()) {
                return new SimpleSerializedType(name.get(), null);
            }
        }
        return super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return EventFamilies.classOf(type.getName()).map(Class::getName).orElseGet(type::getName);
    }

    /** Texts, nearly always: read without asking of each what it is. */
    private static final class Metadata extends ValueDeserializer<MetaData> {
        @Override
        public MetaData deserialize(JsonParser in, DeserializationContext context) {
            var values = new HashMap<String, @Nullable Object>();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                var key = in.currentName();
                values.put(
                        key,
                        in.nextToken() == JsonToken.VALUE_STRING
                                ? in.getString()
                                : context.readValue(in, Object.class));
            }
            return MetaData.from(values);
        }
    }

    /** Looked for once a name: every event and its metadata ask, a replay's by the thousand. */
    @Override
    public Class<?> classForType(SerializedType type) {
        return classes.computeIfAbsent(type.getName(), _ -> super.classForType(type));
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /**
     * The names that no event family knows: stored by a newer version, or by a class that was lost.
     */
    static ArrayList<String> unknownAmong(Iterable<String> names) {
        var unknown = new ArrayList<String>();
        names.forEach(
                name -> {
                    if (EventFamilies.classOf(name).isEmpty()) {
                        unknown.add(name);
                    }
                });
        return unknown;
    }
}
