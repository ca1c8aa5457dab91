package pe.comanda.command.floor;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

import pe.comanda.command.ordering.SeatedSessions;
import pe.comanda.command.shared.Lookup;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.floor.TableSessionEvent.*;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.ordering.TableRef;

import java.util.Optional;

/** Where each party sits, for those who order. */
@Component
@ProcessingGroup(Processors.LOOKUPS)
class SessionLookup implements SeatedSessions {
    private final Lookup<Entry> sessions;

    SessionLookup(Lookups lookups) {
        this.sessions = lookups.of("session", Entry.class);
    }

    record Entry(String branch, TableId table, String label, boolean active) {}

    @Override
    public Optional<TableRef> tableOf(TableSessionId session, String branch) {
        return sessions.find(session.value())
                .filter(entry -> entry.active() && entry.branch().equals(branch))
                .map(entry -> new TableRef(entry.table(), entry.label()));
    }

    @EventHandler
    void on(TableSessionEvent event, MetaData metadata) {
        switch (event) {
            case SessionRequested(var id, var table, var label, _, _) ->
                    seated(id, table, label, false, metadata);
            case WalkInSeated(var id, var table, var label, _, _) ->
                    seated(id, table, label, true, metadata);
            case SessionApproved(var id, var table, _, _) ->
                    seated(id, table, label(id), true, metadata);
            case SessionRejected _, SessionExpired _, SessionEnded _ ->
                    sessions.remove(event.session().value());
        }
    }

    @ResetHandler
    void reset() {
        sessions.clear();
    }

    private String label(TableSessionId id) {
        return sessions.find(id.value())
                .map(Entry::label)
                .orElseThrow(() -> new IllegalStateException("Nobody asked for " + id));
    }

    private void seated(
            TableSessionId id, TableId table, String label, boolean active, MetaData metadata) {
        var branch = Owner.of(metadata).mustHaveBranch();
        sessions.put(id.value(), metadata, new Entry(branch, table, label, active));
    }
}
