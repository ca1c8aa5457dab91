package pe.comanda.command.ordering;

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

import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.ordering.Order;
import pe.comanda.domain.ordering.OrderCommand;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.ordering.OrderRule;

/** Runs {@link Order} on Axon. Holds no rule of its own. */
@Aggregate(type = "Order", cache = "aggregateCache")
class OrderAggregate {
    @AggregateIdentifier private @Nullable OrderId id;

    private Owner owner = Owner.NOBODY;
    private Order order = Order.NOT_PLACED;

    OrderAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(
            PlaceOrder command,
            CommandMessage<?> message,
            OrderFactsSource facts,
            KnownCustomers customers) {
        reach(message, command.session() == null ? null : command.session().value());
        if (command.customer() != null) {
            mustBeOurs(command.customer(), message, customers);
        }
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(AddRound command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(
            AttachCustomer command,
            CommandMessage<?> message,
            OrderFactsSource facts,
            KnownCustomers customers) {
        owner.admit(message.getMetaData());
        mustBeOurs(command.customer(), message, customers);
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ConfirmOrder command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(MoveLines command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(CancelLine command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(CancelOrder command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(GrantDiscount command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(SetDeliveryFee command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ApplyCoupon command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RemoveCoupon command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(ApplyReward command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(RemoveReward command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(TakePayment command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    @CommandHandler
    long handle(VoidPayment command, CommandMessage<?> message, OrderFactsSource facts) {
        return decide(command, message, facts);
    }

    private long decide(OrderCommand command, CommandMessage<?> message, OrderFactsSource facts) {
        owner.admit(message.getMetaData());
        if (order.session() != null) {
            reach(message, order.session().value());
        }
        var caller = Caller.from(message.getMetaData());
        var events =
                facts.decide(
                        order,
                        command,
                        owner.branch() == null ? caller : caller.inBranch(owner.branch()));
        events.forEach(
                event -> {
                    facts.along(order, event);
                    var _ = apply(event, owner.stamp());
                });
        return getVersion();
    }

    /** A diner reaches the orders of their own table session only. */
    private static void reach(CommandMessage<?> message, @Nullable String session) {
        var caller = Caller.from(message.getMetaData());
        if (caller.role() == Role.CUSTOMER) {
            AccessRule.FOREIGN_SESSION.require(session != null && session.equals(caller.session()));
        }
    }

    private static void mustBeOurs(
            CustomerId customer, CommandMessage<?> message, KnownCustomers customers) {
        var organization = Owner.of(message.getMetaData()).organization();
        OrderRule.UNKNOWN_CUSTOMER.require(
                customers.knows(organization, customer), "customer", customer);
    }

    @EventSourcingHandler
    void on(OrderEvent event, MetaData metadata) {
        if (id == null) {
            id = event.order();
            owner = Owner.of(metadata);
        }
        order = order.evolve(event);
    }
}
