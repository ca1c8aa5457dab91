package pe.comanda.api.tenancy;

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

import pe.comanda.api.security.SessionEnds;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.PublicCodes;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.BranchChanges;
import pe.comanda.domain.tenancy.BranchCommand.*;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.TenancyQuery.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Branches: opened, set up, closed. Every route is one intent. */
@RestController
@RequestMapping("/api/v1/branches")
class BranchController {
    private final Commands commands;
    private final Queries queries;
    private final PublicCodes codes;
    private final Ids ids;
    private final SessionEnds ends;
    private final Clock clock;

    BranchController(
            Commands commands,
            Queries queries,
            PublicCodes codes,
            Ids ids,
            SessionEnds ends,
            Clock clock) {
        this.ends = ends;
        this.commands = commands;
        this.queries = queries;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    CompletableFuture<BranchPage> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListBranches(cursor, limit), BranchPage.class, asking);
    }

    @GetMapping("/{branch}")
    CompletableFuture<ResponseEntity<BranchView>> show(
            @PathVariable BranchId branch, Asking asking) {
        return queries.ask(new FindBranch(branch), BranchView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<Done>> open(
            @Valid @RequestBody OpenRequest request, Asking asking) {
        var branch = new BranchId(ids.orNew(request.branch(), "branch"));
        var changes = request.settings() == null ? BranchChanges.NONE : request.settings();
        var settings =
                BranchSettings.usual(
                                request.name(), Objects.requireNonNullElse(request.address(), ""))
                        .with(changes);
        var regime = Objects.requireNonNullElse(request.regime(), TaxRegime.GENERAL);
        return Answers.created(
                ends.known(
                        codes.untilFree(
                                code ->
                                        commands.send(
                                                new OpenBranch(
                                                        branch,
                                                        code,
                                                        settings,
                                                        regime,
                                                        clock.instant()),
                                                asking)),
                        asking.caller().organization()),
                "/api/v1/branches/" + branch);
    }

    /** Name, address and phone; what is left out stays. */
    @PostMapping("/{branch}/details")
    CompletableFuture<ResponseEntity<Done>> changeDetails(
            @PathVariable BranchId branch,
            @Valid @RequestBody DetailsRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new ChangeBranchDetails(
                                branch, request.name(), request.address(), request.phone()),
                        about(branch, asking)));
    }

    /** Field by field; what is left out stays. */
    @PostMapping("/{branch}/settings")
    CompletableFuture<ResponseEntity<Done>> changeSettings(
            @PathVariable BranchId branch, @RequestBody BranchChanges changes, Asking asking) {
        return Answers.done(
                commands.send(new ChangeBranchSettings(branch, changes), about(branch, asking)));
    }

    @PostMapping("/{branch}/tax-regime")
    CompletableFuture<ResponseEntity<Done>> setTaxRegime(
            @PathVariable BranchId branch,
            @Valid @RequestBody RegimeRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new SetTaxRegime(branch, request.regime(), request.from(), clock.instant()),
                        about(branch, asking)));
    }

    /** A new public code; printed ones with the old code stop working. */
    @PostMapping("/{branch}/public-code")
    CompletableFuture<ResponseEntity<Done>> replaceCode(
            @PathVariable BranchId branch, Asking asking) {
        return Answers.done(
                codes.untilFree(
                        code ->
                                commands.send(
                                        new ReplacePublicCode(branch, code),
                                        about(branch, asking))));
    }

    @PostMapping("/{branch}/closing")
    CompletableFuture<ResponseEntity<Done>> close(
            @PathVariable BranchId branch,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(new CloseBranch(branch, request.reason()), about(branch, asking)));
    }

    @PostMapping("/{branch}/reopening")
    CompletableFuture<ResponseEntity<Done>> reopen(@PathVariable BranchId branch, Asking asking) {
        return Answers.done(commands.send(new ReopenBranch(branch), about(branch, asking)));
    }

    private static Asking about(BranchId branch, Asking asking) {
        return asking.inBranch(branch.value());
    }

    /**
     * @param settings what differs from the usual: Lima, PEN, no service charge, inventory on
     */
    record OpenRequest(
            @Nullable String branch,
            @NotNull String name,
            @Nullable String address,
            @Nullable TaxRegime regime,
            @Nullable BranchChanges settings) {}

    record DetailsRequest(
            @Nullable String name, @Nullable String address, @Nullable String phone) {}

    record RegimeRequest(@NotNull TaxRegime regime, @NotNull LocalDate from) {}

    record ReasonRequest(@NotNull String reason) {}
}
