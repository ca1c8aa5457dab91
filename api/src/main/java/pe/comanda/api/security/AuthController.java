package pe.comanda.api.security;

import static pe.comanda.api.security.PasswordRule.CURRENT_PASSWORD_WRONG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.SignIn.SignedIn;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.IdentityQuery.StaffView;
import pe.comanda.domain.identity.StaffCommand.ChangeOwnPassword;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.tenancy.OrganizationId;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signing in, staying in, and leaving. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Actors actors;
    private final Commands commands;

    AuthController(
            SignIn signIn,
            Sessions sessions,
            Passwords passwords,
            Actors actors,
            Commands commands) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.passwords = passwords;
        this.actors = actors;
        this.commands = commands;
    }

    @PostMapping("/login")
    ResponseEntity<SignedIn> login(
            @Valid @RequestBody LoginRequest request, HttpServletRequest http) {
        return secret(
                signIn.signIn(
                        request.email(),
                        request.password(),
                        Recognition.device(http),
                        http.getRemoteAddr()));
    }

    @PostMapping("/refresh")
    ResponseEntity<SignedIn> refresh(@Valid @RequestBody RefreshRequest request) {
        return secret(signIn.renew(request.refreshToken()));
    }

    /** Leaves on this device. */
    @PostMapping("/logout")
    ResponseEntity<Void> logout(Asking asking, Authentication authentication) {
        if (authentication instanceof CallerAuthentication who) {
            sessions.end(homeOf(asking.caller()), who.session(), "logged out");
        }
        return ResponseEntity.noContent().build();
    }

    /** Leaves on every device. */
    @PostMapping("/logout-all")
    ResponseEntity<Void> logoutAll(Asking asking) {
        var caller = mustBeStaff(asking.caller());
        sessions.endAllOf(homeOf(caller), caller.actor(), "logged out everywhere");
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me")
    Me me(Asking asking) {
        var caller = asking.caller();
        if (caller.role() == Role.CUSTOMER) {
            return new Me(
                    caller.actor(),
                    caller.organization(),
                    caller.role(),
                    List.copyOf(caller.branches()),
                    List.of(),
                    "",
                    "");
        }
        var actor = SignIn.Actor.of(actors.known(caller.actor()));
        var profile = actors.profile(caller.actor(), homeOf(caller));
        return new Me(
                actor.staff(),
                caller.organization(),
                caller.role(),
                actor.branches(),
                actor.permissions(),
                profile.map(StaffView::name).orElse(""),
                profile.map(StaffView::email).orElse(""));
    }

    /** Changes one's own password, and ends one's sessions on every device, this one included. */
    @PostMapping("/password")
    CompletableFuture<ResponseEntity<Done>> changePassword(
            @Valid @RequestBody PasswordRequest request, Asking asking) {
        var caller = mustBeStaff(asking.caller());
        CURRENT_PASSWORD_WRONG.require(signIn.knowsPassword(caller.actor(), request.current()));
        var hash = passwords.hash(request.password());
        var changed =
                commands.send(new ChangeOwnPassword(new StaffId(caller.actor()), hash), asking);
        return Answers.done(
                changed.thenApply(
                        receipt -> {
                            sessions.endAllOf(homeOf(caller), caller.actor(), "password changed");
                            return receipt;
                        }));
    }

    record LoginRequest(@NotNull String email, @NotNull String password) {}

    record RefreshRequest(@NotBlank String refreshToken) {}

    record PasswordRequest(@NotNull String current, @NotNull String password) {}

    record Me(
            String actor,
            String organization,
            Role role,
            List<String> branches,
            List<String> permissions,
            String name,
            String email) {}

    static ResponseEntity<SignedIn> secret(SignedIn signedIn) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(signedIn);
    }

    private static Caller mustBeStaff(Caller caller) {
        AccessRule.PERMISSION_DENIED.require(caller.role() != Role.CUSTOMER);
        return caller;
    }

    /** The platform's people keep their sessions at home, wherever they act. */
    private static String homeOf(Caller caller) {
        return caller.role() == Role.SUPER_ADMIN
                ? OrganizationId.PLATFORM.value()
                : caller.organization();
    }
}
