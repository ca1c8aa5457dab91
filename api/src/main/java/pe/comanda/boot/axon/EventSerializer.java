package pe.comanda.boot.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.jspecify.annotations.Nullable;

import pe.comanda.boot.json.DomainJson;
import pe.comanda.domain.EventFamilies;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import java.util.ArrayList;

/**
 * Stores events under their logical names ({@code ordering.OrderPlaced}) as plain JSON, and reads
 * them loudly: a field that is missing or unknown is a broken history, not a null.
 */
public final class EventSerializer extends Jackson3Serializer {
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
                                    json.enable(
                                            DeserializationFeature
                                                    .FAIL_ON_MISSING_CREATOR_PROPERTIES,
                                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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
