package pe.comanda.command.floor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.floor.TableSession;
import pe.comanda.domain.floor.TableSessionCommand;
import pe.comanda.domain.floor.TableSessionCommand.*;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.floor.TableSessionId;

/** Runs {@link TableSession} on Axon, and its table along with it. Holds no rule of its own. */
@Aggregate(type = "TableSession", cache = "aggregateCache")
class TableSessionAggregate {
    @AggregateIdentifier private @Nullable TableSessionId id;

    private Owner owner = Owner.NOBODY;
    private TableSession session = TableSession.NOT_STARTED;

    TableSessionAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RequestSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(SeatWalkIn command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ApproveSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RejectSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(EndSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ForceEndSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(CloseSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ExpireSession command, CommandMessage<?> message, SessionFactsSource facts) {
        return decide(command, message, facts);
    }

    private long decide(
            TableSessionCommand command, CommandMessage<?> message, SessionFactsSource facts) {
        owner.admit(message.getMetaData());
        for (var event : facts.decide(session, command, message.getMetaData())) {
            event.atTheTable().ifPresent(next -> facts.atTheTable(next, message.getMetaData()));
            var _ = apply(event, owner.stamp());
        }
        return getVersion();
    }

    @EventSourcingHandler
    void on(TableSessionEvent event, MetaData metadata) {
        if (id == null) {
            id = event.session();
            owner = Owner.of(metadata);
        }
        session = session.evolve(event);
    }
}
