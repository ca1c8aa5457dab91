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
import pe.comanda.domain.floor.Table;
import pe.comanda.domain.floor.TableCommand;
import pe.comanda.domain.floor.TableCommand.*;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableId;

/** Runs {@link Table} on Axon. Holds no rule of its own. */
@Aggregate(type = "Table", cache = "aggregateCache")
class TableAggregate {
    @AggregateIdentifier private @Nullable TableId id;

    private Owner owner = Owner.NOBODY;
    private Table table = Table.NOT_CREATED;

    TableAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(CreateTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(ChangeTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(MoveTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(RevokeQrCode command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(MarkTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(RemoveTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(OccupyTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    @CommandHandler
    long handle(FreeTable command, CommandMessage<?> message, TableMarks marks) {
        return decide(command, message, marks);
    }

    private long decide(TableCommand command, CommandMessage<?> message, TableMarks marks) {
        owner.admit(message.getMetaData());
        var placed = owner.branch() == null ? marks.newOwner(message.getMetaData()) : owner;
        for (var event : table.decide(command)) {
            marks.claim(event, placed);
            var _ = apply(event, placed.stamp());
        }
        return getVersion();
    }

    /** Does what a session brings about at its table, in the session's own transaction. */
    void follow(TableCommand command, MetaData metadata) {
        owner.admit(metadata);
        for (var event : table.decide(command)) {
            var _ = apply(event, owner.stamp());
        }
    }

    Table table() {
        return table;
    }

    Owner owner() {
        return owner;
    }

    @EventSourcingHandler
    void on(TableEvent event, MetaData metadata) {
        if (id == null) {
            id = event.table();
            owner = Owner.of(metadata);
        }
        table = table.evolve(event);
    }
}
