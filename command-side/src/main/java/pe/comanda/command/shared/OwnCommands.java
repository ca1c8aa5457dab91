package pe.comanda.command.shared;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.Command;

import java.util.Optional;

/**
 * What the program itself asks for: the commands of policies and sagas. A refusal is an answer
 * here, whichever way it comes: as a result inside a batch (see {@link Gate}), as an exception
 * outside one or from another node. What breaks is thrown, so that the processor tries again.
 */
@Component
public class OwnCommands {
    private final CommandGateway gateway;

    public OwnCommands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** Sends it in the program's name and waits; the refusal, where there is one. */
    public Optional<Refusal> send(Command command, Owner in, String correlation) {
        var caller = Caller.system(in.organization(), in.branch(), correlation);
        try {
            var answer =
                    gateway.<Object>sendAndWait(
                            new GenericCommandMessage<>(command, caller.toMetadata()));
            return answer instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
        } catch (CommandExecutionException e) {
            if (e.<Object>getDetails().orElse(null) instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            throw e;
        }
    }
}
