package pe.comanda.boot.axon;

import org.axonframework.common.IdentifierFactory;

import pe.comanda.api.shared.TimeOrderedId;

/**
 * Names messages by UUIDv7. Axon's own factory asks the secure generator for every command, query,
 * event and answer, and all threads queue for it; events that were named in the order of time also
 * keep the index of their ids compact.
 */
public final class MessageIds extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return TimeOrderedId.at(System.currentTimeMillis());
    }
}
