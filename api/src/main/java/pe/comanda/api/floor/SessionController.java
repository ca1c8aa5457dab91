package pe.comanda.api.floor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.DinerTokens;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.floor.FloorQuery.*;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionCommand;
import pe.comanda.domain.floor.TableSessionCommand.*;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.tenancy.OrganizationId;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The parties of a branch, as staff see them. No answer here holds a guest's token: only the phone
 * that asked for a session gets one.
 */
@RestController
@RequestMapping("/api/v1/branches/{branch}")
class SessionController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;
    private final GuestNames names;
    private final DinerTokens tokens;
    private final Clock clock;

    SessionController(
            Commands commands,
            Queries queries,
            Ids ids,
            GuestNames names,
            DinerTokens tokens,
            Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
        this.names = names;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Newest first. {@code status=PENDING} is who waits to be let in. */
    @GetMapping("/sessions")
    CompletableFuture<StaffSessionPage> list(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable SessionStatus status,
            @RequestParam(required = false) @Nullable TableId table,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                        new ListSessions(status, table, cursor, limit),
                        SessionPage.class,
                        asking.inBranch(branch))
                .thenApply(page -> named(page, asking));
    }

    @GetMapping("/sessions/{session}")
    CompletableFuture<ResponseEntity<StaffSession>> show(
            @PathVariable String branch, @PathVariable TableSessionId session, Asking asking) {
        return queries.ask(new FindSession(session), SessionView.class, asking.inBranch(branch))
                .thenApply(
                        view ->
                                Answers.versioned(
                                        named(new SessionPage(List.of(view), ""), asking)
                                                .items()
                                                .getFirst(),
                                        view.version()));
    }

    /** Seats a party that came without scanning anything. */
    @PostMapping("/tables/{table}/sessions")
    CompletableFuture<ResponseEntity<Done>> seat(
            @PathVariable String branch,
            @PathVariable TableId table,
            @Valid @RequestBody SeatRequest request,
            Asking asking) {
        var session = new TableSessionId(ids.orNew(request.session(), "session"));
        var seated =
                commands.send(
                        new SeatWalkIn(session, table, request.guests(), clock.instant()),
                        asking.inBranch(branch));
        return Answers.created(
                seated.thenApply(
                        receipt -> {
                            names.keep(
                                    session,
                                    request.name(),
                                    asking.caller().organization(),
                                    branch);
                            return receipt;
                        }),
                "/api/v1/branches/" + branch + "/sessions/" + session);
    }

    @PostMapping("/sessions/{session}/approval")
    CompletableFuture<ResponseEntity<Done>> approve(
            @PathVariable String branch, @PathVariable TableSessionId session, Asking asking) {
        return send(new ApproveSession(session, clock.instant()), branch, asking);
    }

    @PostMapping("/sessions/{session}/rejection")
    CompletableFuture<ResponseEntity<Done>> reject(
            @PathVariable String branch,
            @PathVariable TableSessionId session,
            @RequestBody(required = false) @Nullable RejectionRequest request,
            Asking asking) {
        var reason = request == null ? "" : Objects.requireNonNullElse(request.reason(), "");
        return send(new RejectSession(session, reason, clock.instant()), branch, asking);
    }

    /** Refused while orders are open. */
    @PostMapping("/sessions/{session}/end")
    CompletableFuture<ResponseEntity<Done>> end(
            @PathVariable String branch, @PathVariable TableSessionId session, Asking asking) {
        return send(new EndSession(session, clock.instant()), branch, asking);
    }

    /** Ends it whatever is open, with a reason. The guests' phones are logged out at once. */
    @PostMapping("/sessions/{session}/forced-end")
    CompletableFuture<ResponseEntity<Done>> forceEnd(
            @PathVariable String branch,
            @PathVariable TableSessionId session,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        var command = new ForceEndSession(session, request.reason(), clock.instant());
        var organization = new OrganizationId(asking.caller().organization());
        return Answers.done(
                commands.send(command, asking.inBranch(branch))
                        .thenApply(
                                receipt -> {
                                    tokens.revoke(organization, session);
                                    return receipt;
                                }));
    }

    private CompletableFuture<ResponseEntity<Done>> send(
            TableSessionCommand command, String branch, Asking asking) {
        return Answers.done(commands.send(command, asking.inBranch(branch)));
    }

    private StaffSessionPage named(SessionPage page, Asking asking) {
        var guests =
                names.of(
                        page.items().stream().map(SessionView::id).toList(),
                        asking.caller().organization());
        return new StaffSessionPage(
                page.items().stream()
                        .map(view -> new StaffSession(view, guests.get(view.id())))
                        .toList(),
                page.nextCursor());
    }

    /**
     * @param session a client's own id makes the request repeatable; @param name what to call the
     *     party, up to 80 characters
     */
    record SeatRequest(@Nullable String session, @Nullable Integer guests, @Nullable String name) {}

    record RejectionRequest(@Nullable String reason) {}

    record ReasonRequest(@NotNull String reason) {}
}
