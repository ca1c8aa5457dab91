package pe.comanda.command.shared;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Command;

/** Finds the aggregate of a command. The version that a caller expects is judged by the owner. */
@Component
class CommandRouting implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (!(message.getPayload() instanceof Command command)) {
            throw new IllegalArgumentException(
                    message.getPayloadType() + " is not a command of ours");
        }
        return new VersionedAggregateIdentifier(command.target().value(), null);
    }
}
