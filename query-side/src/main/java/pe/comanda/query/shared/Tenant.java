package pe.comanda.query.shared;

import org.axonframework.messaging.MetaData;

import pe.comanda.domain.access.MetadataKey;

/** Whose an event is: what every row of a read model is marked with. */
public record Tenant(String organization, String branch) {
    public static Tenant of(MetaData metadata) {
        return new Tenant(
                text(metadata, MetadataKey.ORGANIZATION), text(metadata, MetadataKey.BRANCH));
    }

    private static String text(MetaData metadata, String key) {
        var value = metadata.get(key);
        if (value == null) {
            throw new IllegalStateException("An event without " + key);
        }
        return value.toString();
    }
}
