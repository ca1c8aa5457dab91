package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import pe.comanda.OnAxonServer;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.FourEyesSet;
import pe.comanda.domain.invoicing.FiscalSettingsId;

import java.util.UUID;

/** What points buy, where the events of order, reward and account go to Axon Server. */
@OnAxonServer
class RewardStoryOnAxonServerTest extends RewardStoryTest {
    @Autowired private EventStore events;

    @Test
    void axon_server_stores_events_of_several_aggregates_together_or_not_at_all() {
        var taken = "fiscal-taken-" + UUID.randomUUID();
        stored(first(taken));

        var before = "fiscal-before-" + UUID.randomUUID();
        var after = "fiscal-after-" + UUID.randomUUID();
        assertThatThrownBy(() -> stored(first(before), first(taken), first(after)))
                .hasStackTraceContaining("AXONIQ-2000");
        assertThat(events.readEvents(before).hasNext()).isFalse();
        assertThat(events.readEvents(after).hasNext()).isFalse();
        assertThat(events.lastSequenceNumberFor(taken)).contains(0L);

        stored(first(before), first(after));
        assertThat(events.readEvents(before).hasNext()).isTrue();
        assertThat(events.readEvents(after).hasNext()).isTrue();
    }

    private static EventMessage<?> first(String aggregate) {
        var here = Caller.system("org-demo", Story.BRANCH, "together-test");
        return new GenericDomainEventMessage<>(
                "FiscalSettings",
                aggregate,
                0,
                new FourEyesSet(new FiscalSettingsId(aggregate), null),
                here.toMetadata());
    }

    /** In one unit of work, as a command does it that changes several aggregates. */
    private void stored(EventMessage<?>... all) {
        TenantScope.run(
                "org-demo",
                () -> {
                    var unitOfWork = DefaultUnitOfWork.startAndGet(all[0]);
                    events.publish(all);
                    unitOfWork.commit();
                });
    }
}
