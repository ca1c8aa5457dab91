package pe.comanda.api.live;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.SessionsOver;
import pe.comanda.api.shared.Asking;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;

/**
 * Where a client gets the ticket with which it opens its socket at {@code
 * /ws/live?ticket=…&after=…}.
 */
@RestController
@RequestMapping("/api/v1/live")
class LiveController {
    private final Tickets tickets;

    LiveController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets")
    TicketAnswer ticket(
            @RequestBody TicketRequest request, Asking asking, Authentication authentication) {
        var caller = asking.caller();
        var branch = caller.role() == Role.CUSTOMER ? caller.branch() : request.branch();
        if (branch == null) {
            throw AccessRule.BRANCH_REQUIRED.broken();
        }
        if (caller.role() != Role.CUSTOMER) {
            AccessRule.PERMISSION_DENIED.require(caller.role().may(Permission.BRANCH_READ));
            AccessRule.FOREIGN_BRANCH.require(caller.reachesBranch(branch));
        }
        var origin = SessionsOver.originOf(authentication);
        var until = SessionsOver.expiryOf(authentication);
        var code = tickets.issue(Ticket.of(caller, branch, origin, until));
        return new TicketAnswer(code, Tickets.LIFE.toSeconds(), "/ws/live?ticket=" + code);
    }

    record TicketRequest(@Nullable String branch) {}

    /**
     * @param expiresIn seconds until an unused ticket is worthless
     */
    record TicketAnswer(String ticket, long expiresIn, String path) {}
}
