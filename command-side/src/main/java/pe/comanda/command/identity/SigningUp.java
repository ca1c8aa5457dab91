package pe.comanda.command.identity;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.tenancy.Founding;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.identity.SignUp;

/**
 * Makes an organization, its first branch and its administrator in one unit of work and one
 * transaction: where one is refused, none comes to be.
 */
@Component
class SigningUp {
    private final ObjectProvider<Configuration> axon;
    private final Founding founding;
    private final StaffRegister register;

    SigningUp(ObjectProvider<Configuration> axon, Founding founding, StaffRegister register) {
        this.axon = axon;
        this.founding = founding;
        this.register = register;
    }

    @CommandHandler
    long handle(SignUp command, MetaData metadata) throws Exception {
        founding.found(command.registration(), command.opening());
        var caller = Caller.from(metadata);
        var _ =
                axon.getObject()
                        .repository(StaffAggregate.class)
                        .newInstance(() -> new StaffAggregate(command.hiring(), caller, register));
        return 0;
    }
}
