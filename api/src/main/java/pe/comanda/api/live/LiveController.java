package pe.comanda.api.live;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.SessionsOver;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.FloorQuery.FindSession;
import pe.comanda.domain.floor.FloorQuery.FindTable;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.floor.TableView;

/**
 * Where a client gets the ticket with which it opens its socket at {@code
 * /ws/live?ticket=…&after=…}.
 */
@RestController
@RequestMapping("/api/v1/live")
class LiveController {
    private final Tickets tickets;
    private final Queries queries;

    LiveController(Tickets tickets, Queries queries) {
        this.tickets = tickets;
        this.queries = queries;
    }

    /** For a branch, or for one table of it; a diner's is for the own table session. */
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
        var table =
                caller.role() == Role.CUSTOMER
                        ? own(caller.session(), asking.inBranch(branch))
                        : followed(request.table(), asking.inBranch(branch));
        var origin = SessionsOver.originOf(authentication);
        var until = SessionsOver.expiryOf(authentication);
        var code = tickets.issue(Ticket.of(caller, branch, table, origin, until));
        return new TicketAnswer(code, Tickets.LIFE.toSeconds(), "/ws/live?ticket=" + code);
    }

    /** Where the diner sits; nothing until the view knows. */
    private @Nullable String own(@Nullable String session, Asking asking) {
        return session == null
                ? null
                : queries.find(
                                new FindSession(new TableSessionId(session)),
                                SessionView.class,
                                asking)
                        .join()
                        .map(SessionView::table)
                        .orElse(null);
    }

    /** Refused to whoever may not read tables, and where the branch has no such table. */
    private @Nullable String followed(@Nullable TableId table, Asking asking) {
        return table == null
                ? null
                : queries.askNow(new FindTable(table), TableView.class, asking).id();
    }

    /**
     * @param table to hear of this one only
     */
    record TicketRequest(@Nullable String branch, @Nullable TableId table) {}

    /**
     * @param expiresIn seconds until an unused ticket is worthless
     */
    record TicketAnswer(String ticket, long expiresIn, String path) {}
}
