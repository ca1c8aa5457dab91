package pe.comanda.command.shared;

import static pe.comanda.domain.access.AccessRule.*;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Receipt;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.UnitOfWorkNote;

import java.util.HashMap;
import java.util.Map;

/**
 * The gate that every command passes, whichever way it came in: who asks, may they, has this been
 * asked before. It turns a handler's answer into a {@link Receipt} and every refusal into a {@link
 * Refusal}.
 */
@Component
class Gate implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final People people;
    private final Positions positions;
    private final FirstAnswers firstAnswers;
    private final Conflicts conflicts;
    private final Lookups lookups;

    Gate(
            People people,
            Positions positions,
            FirstAnswers firstAnswers,
            Conflicts conflicts,
            Lookups lookups) {
        this.lookups = lookups;
        this.people = people;
        this.positions = positions;
        this.firstAnswers = firstAnswers;
        this.conflicts = conflicts;
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (unitOfWork != unitOfWork.root()) {
            unitOfWork.root().resources().put(UnitOfWorkNote.OWN_TRANSACTION, true);
        }
        var organization = unitOfWork.getMessage().getMetaData().get(MetadataKey.ORGANIZATION);
        return TenantScope.call(
                organization == null ? "" : organization.toString(),
                () -> judged(unitOfWork, chain));
    }

    private @Nullable Object judged(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var message = unitOfWork.getMessage();
        var command = (Command) message.getPayload();
        try {
            var caller = Caller.from(message.getMetaData());
            if (!caller.role().may(command.requires())) {
                throw PERMISSION_DENIED.broken("requires", command.requires().code());
            }
            if (command.requires() != Permission.INTERNAL) {
                people.mustBeActive(caller);
            }
            return answer(unitOfWork, chain, command, caller);
        } catch (AggregateNotFoundException _) {
            return refused(unitOfWork, NOT_FOUND.broken("id", command.target()));
        } catch (RuleViolated refusal) {
            return refused(
                    unitOfWork,
                    refusal.rule() == STALE_VERSION ? explained(refusal, unitOfWork) : refusal);
        } catch (MalformedValue malformed) {
            throw execution(
                    malformed,
                    new Refusal(malformed.code(), Map.of("message", malformed.getMessage())));
        }
    }

    private Object answer(
            UnitOfWork<?> unitOfWork, InterceptorChain chain, Command command, Caller caller)
            throws Exception {
        var result = chain.proceed();
        var version = result instanceof Long number ? number : 0L;
        var receipt = new Receipt(command.target().value(), version);
        var root = unitOfWork.root();
        if (unitOfWork == root) {
            var metadata = unitOfWork.getMessage().getMetaData();
            if (!firstAnswers.remember(metadata, caller, receipt)) {
                throw repeated(firstAnswers.to(metadata));
            }
        }
        root.afterCommit(
                done -> {
                    receipt.storedAt(positions.storedBy(done));
                    lookups.expect(command, receipt.getPosition());
                });
        return receipt;
    }

    /**
     * At the root a refusal is thrown, so that nothing of the unit of work stays. Inside another
     * unit of work (a saga or policy that commands in its batch) it is an answer: throwing would
     * doom the whole batch's transaction.
     */
    private Object refused(UnitOfWork<?> unitOfWork, RuleViolated violated) {
        if (unitOfWork != unitOfWork.root()) {
            return new Refusal(violated.rule().name(), violated.details());
        }
        var first = firstAnswers.to(unitOfWork.getMessage().getMetaData());
        if (first != null) {
            throw repeated(first);
        }
        throw execution(
                violated, new Refusal(violated.rule().name(), new HashMap<>(violated.details())));
    }

    private RuleViolated explained(
            RuleViolated stale, UnitOfWork<? extends CommandMessage<?>> unitOfWork) {
        var message = unitOfWork.getMessage();
        var target = ((Command) message.getPayload()).target().value();
        var expected = String.valueOf(message.getMetaData().get(MetadataKey.EXPECTED_VERSION));
        var details = new HashMap<>(stale.details());
        details.put("expectedVersion", expected);
        details.put("happened", conflicts.since(target, Long.parseLong(expected)));
        return new RuleViolated(STALE_VERSION, details);
    }

    /**
     * The first answer travels as the details of an exception, so that what the second try did is
     * undone.
     */
    private static CommandExecutionException repeated(@Nullable Receipt first) {
        return new CommandExecutionException(
                "Asked before under the same idempotency key", null, first);
    }

    private static CommandExecutionException execution(Exception cause, Refusal refusal) {
        return new CommandExecutionException(refusal.code(), cause, refusal);
    }
}
