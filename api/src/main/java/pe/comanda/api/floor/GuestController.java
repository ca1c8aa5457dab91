package pe.comanda.api.floor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.Attempts;
import pe.comanda.api.security.DinerTokens;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.BranchDoors;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.EdgeRule;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.floor.FloorQuery.*;
import pe.comanda.domain.floor.FloorRule;
import pe.comanda.domain.floor.SessionStatus;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableId;
import pe.comanda.domain.floor.TableSessionCommand.RequestSession;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.floor.TableStatus;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.PublicCode;
import pe.comanda.domain.tenancy.TenancyQuery.BranchView;
import pe.comanda.domain.tenancy.TenancyQuery.FindBranch;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The door that guests come in by: a scanned or typed code, a request for a session, and, once it
 * is approved, a token that reaches this session and nothing else.
 */
@RestController
@RequestMapping("/api/v1")
class GuestController {
    private final Commands commands;
    private final Queries queries;
    private final BranchDoors branches;
    private final Claims claims;
    private final GuestNames names;
    private final DinerTokens tokens;
    private final Ids ids;
    private final Clock clock;
    private final Attempts scans;
    private final Attempts guesses;

    GuestController(
            Commands commands,
            Queries queries,
            BranchDoors branches,
            Claims claims,
            GuestNames names,
            DinerTokens tokens,
            Ids ids,
            Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.branches = branches;
        this.claims = claims;
        this.names = names;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
        this.scans = new Attempts(20, Duration.ofMinutes(10), clock);
        this.guesses = new Attempts(60, Duration.ofMinutes(10), clock);
    }

    /** What a scanned code leads to. */
    @GetMapping("/public/tables/{token}")
    CompletableFuture<TableCardForGuests> scan(@PathVariable String token, Asking asking) {
        return door(token, asking).thenCompose(door -> shown(door, asking));
    }

    /** The same for a code that was typed. */
    @GetMapping("/public/tables/by-code/{code}/{shortCode}")
    CompletableFuture<TableCardForGuests> type(
            @PathVariable PublicCode code, @PathVariable String shortCode, Asking asking) {
        var branch = branches.behind(code, asking);
        guesses.take(branch.id() + " " + asking.caller().address());
        return queries.ask(
                        new FindTableByShortCode(shortCode),
                        TableDoor.class,
                        asking.byTheDoor(branch.organization(), branch.id()))
                .thenCompose(door -> shown(door, asking));
    }

    /**
     * Asks for a session; a table takes twenty requests in ten minutes. A client that brings its
     * own session id and claim may repeat the request over a bad line.
     */
    @PostMapping("/public/tables/{token}/sessions")
    CompletableFuture<ResponseEntity<Requested>> request(
            @PathVariable String token, @Valid @RequestBody SessionRequest request, Asking asking) {
        var unused = GuestNames.checked(request.name());
        var session = new TableSessionId(ids.orNew(request.session(), "session"));
        var claim = Objects.requireNonNullElseGet(request.claim(), claims::draw);
        return door(token, asking)
                .thenCompose(
                        door -> {
                            scans.take(door.table());
                            claims.file(session, claim, door.organization(), door.branch());
                            return commands.send(
                                            new RequestSession(
                                                    session,
                                                    new TableId(door.table()),
                                                    token,
                                                    request.guests(),
                                                    clock.instant()),
                                            asking.byGuests(
                                                    door.organization(),
                                                    door.branch(),
                                                    session.value()))
                                    .thenApply(
                                            receipt -> {
                                                names.keep(
                                                        session,
                                                        request.name(),
                                                        door.organization(),
                                                        door.branch());
                                                return receipt;
                                            });
                        })
                .thenApply(
                        receipt ->
                                ResponseEntity.status(HttpStatus.CREATED)
                                        .header(
                                                "Comanda-Position",
                                                String.valueOf(receipt.getPosition()))
                                        .body(
                                                new Requested(
                                                        session.value(),
                                                        // Two events: it was approved at once.
                                                        receipt.getVersion() > 0
                                                                ? SessionStatus.ACTIVE
                                                                : SessionStatus.PENDING,
                                                        claim)));
    }

    /**
     * How the request stands; the token, once it is approved. While the session goes on, the claim
     * is good for a new token whenever the old one runs out.
     */
    @PostMapping("/public/sessions/{session}/token")
    CompletableFuture<ResponseEntity<Admission>> token(
            @PathVariable TableSessionId session,
            @Valid @RequestBody TokenRequest request,
            Asking asking) {
        var claimed =
                claims.check(session, request.claim()).orElseThrow(EdgeRule.CLAIM_INVALID::broken);
        return queries.find(
                        new FindSession(session),
                        SessionView.class,
                        asking.byTheDoor(claimed.organization(), claimed.branch()))
                .thenApply(
                        view ->
                                admission(
                                        view.map(SessionView::status).orElse(SessionStatus.PENDING),
                                        session,
                                        claimed));
    }

    /** The guests' own session. */
    @GetMapping("/session")
    CompletableFuture<SessionView> own(Asking asking) {
        var session = asking.caller().session();
        if (session == null) {
            throw AccessRule.FOREIGN_SESSION.broken();
        }
        return queries.ask(new FindSession(new TableSessionId(session)), SessionView.class, asking);
    }

    private ResponseEntity<Admission> admission(
            SessionStatus status, TableSessionId session, Claims.Claimed claimed) {
        return switch (status) {
            case PENDING ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .body(new Admission(status, session.value(), null, null));
            case ACTIVE ->
                    ResponseEntity.ok(
                            new Admission(
                                    status,
                                    session.value(),
                                    tokens.issue(
                                            new OrganizationId(claimed.organization()),
                                            new BranchId(claimed.branch()),
                                            session),
                                    DinerTokens.LIFE.toSeconds()));
            case REJECTED, EXPIRED, ENDED ->
                    ResponseEntity.ok(new Admission(status, session.value(), null, null));
        };
    }

    private CompletableFuture<TableDoor> door(String token, Asking asking) {
        return queries.ask(new FindTableByQr(token), TableDoor.class, asking.byTheDoor("", null));
    }

    private CompletableFuture<TableCardForGuests> shown(TableDoor door, Asking asking) {
        var branch = new BranchId(door.branch());
        return queries.ask(
                        new FindBranch(branch),
                        BranchView.class,
                        asking.byTheDoor(door.organization(), door.branch()))
                .thenApply(
                        view -> {
                            FloorRule.BRANCH_IS_CLOSED.require(view.open());
                            return TableCardForGuests.of(door, view);
                        });
    }

    /**
     * @param name what to call the party, up to 80 characters; @param claim 22 to 128 characters
     *     that nobody can guess
     */
    record SessionRequest(
            @Nullable String session,
            @Nullable Integer guests,
            @Nullable String name,
            @Nullable @Size(min = 22, max = 128) String claim) {}

    /**
     * @param claim to be kept by the phone: it is told once
     */
    record Requested(String session, SessionStatus status, String claim) {}

    record TokenRequest(@NotNull @Size(max = 128) String claim) {}

    /**
     * @param expiresIn seconds
     */
    record Admission(
            SessionStatus status,
            String session,
            @Nullable String token,
            @Nullable Long expiresIn) {}

    /**
     * @param menu where its menu is read
     */
    record TableCardForGuests(
            String table,
            String label,
            TableStatus status,
            String token,
            String branch,
            String branchName,
            String branchCode,
            String currency,
            String menu) {
        static TableCardForGuests of(TableDoor door, BranchView branch) {
            return new TableCardForGuests(
                    door.table(),
                    door.label(),
                    door.status(),
                    door.token(),
                    branch.id(),
                    branch.settings().name(),
                    branch.code(),
                    branch.settings().currency(),
                    "/api/v1/public/menus/" + branch.code());
        }
    }
}
