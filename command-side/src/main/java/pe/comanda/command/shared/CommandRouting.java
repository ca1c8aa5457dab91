package pe.comanda.command.shared;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.Command;

/**
 * Finds the aggregate of a command, and the version that the caller expects it to have ({@code
 * If-Match}).
 */
@Component
class CommandRouting implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (!(message.getPayload() instanceof Command command)) {
            throw new IllegalArgumentException(
                    message.getPayloadType() + " is not a command of ours");
        }
        var expected = message.getMetaData().get(MetadataKey.EXPECTED_VERSION);
        return new VersionedAggregateIdentifier(
                command.target().value(),
                expected == null ? null : Long.valueOf(expected.toString()));
    }
}
