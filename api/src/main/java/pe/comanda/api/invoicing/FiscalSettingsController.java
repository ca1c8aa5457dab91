package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalSettingsCommand;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.*;
import pe.comanda.domain.invoicing.FiscalSettingsId;
import pe.comanda.domain.invoicing.InvoiceQuery.FiscalSettingsView;
import pe.comanda.domain.invoicing.InvoiceQuery.ShowFiscalSettings;
import pe.comanda.domain.invoicing.Series;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Sealed;
import pe.comanda.domain.shared.Vault;
import pe.comanda.domain.tenancy.BranchId;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/**
 * How an organization issues: series, certificate, account at SUNAT. Secrets are sealed before they
 * leave this class, and never come back.
 */
@RestController
@RequestMapping("/api/v1/organization/sunat")
class FiscalSettingsController {
    private final Commands commands;
    private final Queries queries;
    private final Vault vault;
    private final Clock clock;

    FiscalSettingsController(Commands commands, Queries queries, Vault vault, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.vault = vault;
        this.clock = clock;
    }

    @GetMapping
    CompletableFuture<FiscalSettingsView> show(Asking asking) {
        return queries.ask(new ShowFiscalSettings(), FiscalSettingsView.class, asking);
    }

    /** Gives a branch or a till a series of its own. */
    @PostMapping("/series")
    CompletableFuture<ResponseEntity<Done>> assign(
            @Valid @RequestBody SeriesRequest request, Asking asking) {
        return Answers.done(
                commands.send(
                        new AssignSeries(
                                settings(asking),
                                request.branch(),
                                request.till() == null ? "" : request.till().strip(),
                                request.type(),
                                request.series()),
                        asking));
    }

    /** Documents are issued and signed as ever, and wait. */
    @PostMapping("/hold")
    CompletableFuture<ResponseEntity<Done>> hold(
            @Valid @RequestBody HoldRequest request, Asking asking) {
        return Answers.done(
                commands.send(new HoldSending(settings(asking), request.reason()), asking));
    }

    @PostMapping("/release")
    CompletableFuture<ResponseEntity<Done>> release(Asking asking) {
        return Answers.done(commands.send(new ReleaseSending(settings(asking)), asking));
    }

    /** Voids, credit notes and reissues above the amount take a second person's word. */
    @PostMapping("/four-eyes")
    CompletableFuture<ResponseEntity<Done>> fourEyes(
            @Valid @RequestBody FourEyesRequest request, Asking asking) {
        return Answers.done(
                commands.send(new SetFourEyes(settings(asking), request.above()), asking));
    }

    @PostMapping("/certificate")
    CompletableFuture<ResponseEntity<Done>> install(
            @Valid @RequestBody CertificateRequest request, Asking asking) {
        return Answers.done(
                commands.send(
                        new InstallCertificate(
                                settings(asking),
                                sealed(request.pkcs12(), asking),
                                sealed(request.password(), asking),
                                clock.instant()),
                        asking));
    }

    @PostMapping("/account")
    CompletableFuture<ResponseEntity<Done>> account(
            @Valid @RequestBody AccountRequest request, Asking asking) {
        return Answers.done(
                commands.send(
                        new SetSolAccount(
                                settings(asking),
                                request.user(),
                                sealed(request.password(), asking),
                                request.clientId(),
                                request.clientSecret() == null
                                        ? null
                                        : sealed(request.clientSecret(), asking)),
                        asking));
    }

    private static FiscalSettingsId settings(Asking asking) {
        return FiscalSettingsId.of(asking.caller().organization());
    }

    private Sealed sealed(String secret, Asking asking) {
        return new Sealed(
                Base64.getEncoder()
                        .encodeToString(
                                vault.seal(
                                        secret.getBytes(StandardCharsets.UTF_8),
                                        FiscalSettingsCommand.UPLOAD
                                                + asking.caller().organization())));
    }

    /**
     * @param till absent for the branch's own
     */
    record SeriesRequest(
            @NotNull BranchId branch,
            @Nullable String till,
            @NotNull DocumentType type,
            @NotNull Series series) {}

    /**
     * @param pkcs12 the .p12, .pfx or .pem file in Base64
     * @param password empty where the file has none
     */
    record CertificateRequest(
            @NotNull @Size(max = 200_000) String pkcs12,
            @NotNull @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "CertificateRequest";
        }
    }

    /**
     * @param user SOL secondary user without the RUC before it
     * @param clientId of SUNAT's validity service, where it is set up
     */
    record AccountRequest(
            @NotNull String user,
            @NotNull @Size(max = 200) String password,
            @Nullable String clientId,
            @Nullable @Size(max = 500) String clientSecret) {
        @Override
        public String toString() {
            return "AccountRequest";
        }
    }

    record HoldRequest(@NotNull String reason) {}

    /**
     * @param above absent for never
     */
    record FourEyesRequest(@Nullable Money above) {}
}
