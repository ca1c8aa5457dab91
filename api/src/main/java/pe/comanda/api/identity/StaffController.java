package pe.comanda.api.identity;

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

import pe.comanda.api.security.Passwords;
import pe.comanda.api.security.SessionEnds;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.IdentityQuery.*;
import pe.comanda.domain.identity.StaffCommand.*;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.tenancy.BranchId;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The people of an organization: hired, moved, promoted, disabled. */
@RestController
@RequestMapping("/api/v1/staff")
class StaffController {
    private final Commands commands;
    private final Queries queries;
    private final SessionEnds ends;
    private final Passwords passwords;
    private final Ids ids;

    StaffController(
            Commands commands, Queries queries, SessionEnds ends, Passwords passwords, Ids ids) {
        this.commands = commands;
        this.queries = queries;
        this.ends = ends;
        this.passwords = passwords;
        this.ids = ids;
    }

    @GetMapping
    CompletableFuture<StaffPage> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListStaff(cursor, limit), StaffPage.class, asking);
    }

    @GetMapping("/{staff}")
    CompletableFuture<ResponseEntity<StaffView>> show(@PathVariable StaffId staff, Asking asking) {
        return queries.ask(new FindStaff(staff), StaffView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> hire(
            @Valid @RequestBody HireRequest request, Asking asking) {
        require(asking, Permission.STAFF_CREATE);
        var staff = new StaffId(ids.orNew(request.staff(), "staff"));
        var command =
                new HireStaff(
                        staff,
                        request.name(),
                        request.email(),
                        passwords.hash(request.password()),
                        request.role(),
                        request.branches() == null ? Set.of() : request.branches());
        return Answers.created(
                ends.none(commands.send(command, asking), staff), "/api/v1/staff/" + staff);
    }

    /** Logs the person out everywhere: what they may do is another thing now. */
    @PostMapping("/{staff}/role")
    CompletableFuture<ResponseEntity<Done>> changeRole(
            @PathVariable StaffId staff, @Valid @RequestBody RoleRequest request, Asking asking) {
        return Answers.done(
                ends.after(
                        commands.send(new ChangeRole(staff, request.role()), asking),
                        asking.caller().organization(),
                        staff,
                        "role changed"));
    }

    @PostMapping("/{staff}/branches")
    CompletableFuture<ResponseEntity<Done>> assign(
            @PathVariable StaffId staff,
            @Valid @RequestBody BranchesRequest request,
            Asking asking) {
        return Answers.done(
                ends.socketsAfter(
                        commands.send(new AssignBranches(staff, request.branches()), asking),
                        asking.caller().organization(),
                        staff,
                        "branches changed"));
    }

    @PostMapping("/{staff}/disabling")
    CompletableFuture<ResponseEntity<Done>> disable(
            @PathVariable StaffId staff, @Valid @RequestBody ReasonRequest request, Asking asking) {
        return Answers.done(
                ends.after(
                        commands.send(new DisableStaff(staff, request.reason()), asking),
                        asking.caller().organization(),
                        staff,
                        "disabled"));
    }

    @PostMapping("/{staff}/enabling")
    CompletableFuture<ResponseEntity<Done>> enable(@PathVariable StaffId staff, Asking asking) {
        return Answers.done(ends.none(commands.send(new EnableStaff(staff), asking), staff));
    }

    /** Logs the person out everywhere. */
    @PostMapping("/{staff}/password")
    CompletableFuture<ResponseEntity<Done>> setPassword(
            @PathVariable StaffId staff,
            @Valid @RequestBody PasswordRequest request,
            Asking asking) {
        require(asking, Permission.STAFF_UPDATE);
        var command = new SetPassword(staff, passwords.hash(request.password()));
        return Answers.done(
                ends.after(
                        commands.send(command, asking),
                        asking.caller().organization(),
                        staff,
                        "password set"));
    }

    @PostMapping("/{staff}/profile")
    CompletableFuture<ResponseEntity<Done>> changeProfile(
            @PathVariable StaffId staff,
            @Valid @RequestBody ProfileRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(new ChangeProfile(staff, request.name(), request.email()), asking));
    }

    /** The gate asks again; here it saves hashing a password for somebody who may not. */
    private static void require(Asking asking, Permission permission) {
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(permission), "requires", permission.code());
    }

    /**
     * @param branches may be left out for a role that reaches every branch
     */
    record HireRequest(
            @Nullable String staff,
            @NotNull String name,
            @NotNull Email email,
            @NotNull String password,
            @NotNull Role role,
            @Nullable Set<BranchId> branches) {}

    record RoleRequest(@NotNull Role role) {}

    record BranchesRequest(@NotNull Set<BranchId> branches) {}

    record ReasonRequest(@NotNull String reason) {}

    record PasswordRequest(@NotNull String password) {}

    record ProfileRequest(@Nullable String name, @Nullable Email email) {}
}
