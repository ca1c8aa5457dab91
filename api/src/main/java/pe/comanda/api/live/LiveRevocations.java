package pe.comanda.api.live;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import pe.comanda.api.security.SessionsRevoked;

/** Closes sockets when the sign-ins behind them are over. */
@Component
class LiveRevocations {
    private final LiveHub hub;
    private final Tickets tickets;

    LiveRevocations(LiveHub hub, Tickets tickets) {
        this.hub = hub;
        this.tickets = tickets;
    }

    /** Tickets that nobody has used yet go too: whoever may still come asks for another. */
    @EventListener
    void on(SessionsRevoked revoked) {
        tickets.forget(revoked.organization(), revoked.staff(), revoked.session());
        hub.closeAll(
                ticket -> revoked.concerns(ticket.organization(), ticket.actor(), ticket.origin()),
                Client.OVER);
    }
}
