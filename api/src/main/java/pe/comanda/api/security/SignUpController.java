package pe.comanda.api.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.security.SignIn.SignedIn;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.PublicCodes;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.IdentityQuery.ActorView;
import pe.comanda.domain.identity.SignUp;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.shared.Receipt;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchChanges;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.Ruc;
import pe.comanda.domain.tenancy.Slug;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Signing up: an organization, its first branch and its administrator, who is signed in at once.
 */
@RestController
@RequestMapping("/api/v1/auth")
class SignUpController {
    private final Commands commands;
    private final Passwords passwords;
    private final SignIn signIn;
    private final PublicCodes codes;
    private final Ids ids;
    private final Clock clock;
    private final Attempts byDevice;

    SignUpController(
            Commands commands,
            Passwords passwords,
            SignIn signIn,
            PublicCodes codes,
            Ids ids,
            Clock clock) {
        this.commands = commands;
        this.passwords = passwords;
        this.signIn = signIn;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
        this.byDevice = new Attempts(30, Duration.ofMinutes(10), clock);
    }

    @PostMapping("/register")
    CompletableFuture<ResponseEntity<Registered>> register(
            @Valid @RequestBody RegisterRequest request, Asking asking) {
        byDevice.take(asking.caller().device() + "\n" + asking.caller().address());
        var hash = passwords.hash(request.password());
        return codes.untilFree(
                        code -> {
                            var command =
                                    new SignUp(
                                            new OrganizationId(
                                                    ids.orNew(request.organization(), "org")),
                                            request.slug(),
                                            request.name(),
                                            Objects.requireNonNullElse(request.legalName(), ""),
                                            request.ruc(),
                                            new BranchId(ids.orNew(request.branch(), "branch")),
                                            code,
                                            settings(request),
                                            Objects.requireNonNullElse(
                                                    request.regime(), TaxRegime.GENERAL),
                                            new StaffId(ids.orNew(request.admin(), "staff")),
                                            request.adminName(),
                                            request.email(),
                                            hash,
                                            clock.instant());
                            return commands.send(command, callerOf(command, asking.caller()))
                                    .thenApply(receipt -> answer(command, receipt, asking));
                        })
                .thenApply(
                        registered ->
                                ResponseEntity.status(HttpStatus.CREATED)
                                        .cacheControl(CacheControl.noStore())
                                        .header(
                                                "Comanda-Position",
                                                String.valueOf(registered.position()))
                                        .body(registered));
    }

    /** The program signs up on behalf of the person, who is nobody before it is done. */
    private static Caller callerOf(SignUp command, Caller visitor) {
        return new Caller(
                command.organization().value(),
                null,
                Set.of(),
                command.admin().value(),
                Role.SYSTEM,
                null,
                visitor.device(),
                visitor.address(),
                visitor.correlation());
    }

    private Registered answer(SignUp command, Receipt receipt, Asking asking) {
        var caller = asking.caller();
        return new Registered(
                command.organization().value(),
                command.branch().value(),
                command.code().value(),
                command.admin().value(),
                receipt.getPosition(),
                signIn.first(
                        founder(command),
                        receipt.getPosition(),
                        caller.device(),
                        caller.address()));
    }

    private static ActorView founder(SignUp command) {
        return new ActorView(
                command.admin().value(),
                command.organization().value(),
                Role.ORG_ADMIN,
                List.of(command.branch().value()),
                true,
                false);
    }

    private static BranchSettings settings(RegisterRequest request) {
        var usual =
                BranchSettings.usual(
                        Objects.requireNonNullElse(request.branchName(), "Sede Principal"),
                        Objects.requireNonNullElse(request.address(), ""));
        return usual.with(
                new BranchChanges(
                        null,
                        null,
                        request.phone(),
                        request.zone(),
                        request.currency(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** Ids are made here unless the client brings its own. */
    record RegisterRequest(
            @Nullable String organization,
            @Nullable String branch,
            @Nullable String admin,
            @NotNull Slug slug,
            @NotNull String name,
            @Nullable String legalName,
            @Nullable Ruc ruc,
            @Nullable String branchName,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable TaxRegime regime,
            @NotNull String adminName,
            @NotNull Email email,
            @NotNull String password) {}

    record Registered(
            String organization,
            String branch,
            String publicCode,
            String admin,
            long position,
            SignedIn session) {}
}
