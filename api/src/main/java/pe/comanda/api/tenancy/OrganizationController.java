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
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.tenancy.OrganizationCommand.*;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.Ruc;
import pe.comanda.domain.tenancy.TenancyQuery.*;

import java.util.concurrent.CompletableFuture;

/** The organization: what it is called, and for the platform whether it may act at all. */
@RestController
@RequestMapping("/api/v1")
class OrganizationController {
    private final Commands commands;
    private final Queries queries;
    private final SessionEnds ends;

    OrganizationController(Commands commands, Queries queries, SessionEnds ends) {
        this.commands = commands;
        this.queries = queries;
        this.ends = ends;
    }

    @GetMapping("/organization")
    CompletableFuture<ResponseEntity<OrganizationView>> show(Asking asking) {
        return queries.ask(new FindOrganization(own(asking)), OrganizationView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.version()));
    }

    /** What is left out stays. */
    @PostMapping("/organization")
    CompletableFuture<ResponseEntity<Done>> change(
            @Valid @RequestBody ChangeRequest request, Asking asking) {
        return Answers.done(
                commands.send(
                        new ChangeOrganization(
                                own(asking),
                                request.name(),
                                request.legalName(),
                                request.ruc(),
                                request.logoUrl()),
                        asking));
    }

    @GetMapping("/organizations")
    CompletableFuture<OrganizationPage> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListOrganizations(cursor, limit), OrganizationPage.class, asking);
    }

    /** Stops logins, commands and sockets at once. */
    @PostMapping("/organizations/{organization}/suspension")
    CompletableFuture<ResponseEntity<Done>> suspend(
            @PathVariable OrganizationId organization,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(
                ends.suspended(
                        commands.send(
                                new SuspendOrganization(organization, request.reason()),
                                asking.inOrganization(organization.value())),
                        organization));
    }

    @PostMapping("/organizations/{organization}/resumption")
    CompletableFuture<ResponseEntity<Done>> resume(
            @PathVariable OrganizationId organization, Asking asking) {
        return Answers.done(
                ends.known(
                        commands.send(
                                new ResumeOrganization(organization),
                                asking.inOrganization(organization.value())),
                        organization.value()));
    }

    private static OrganizationId own(Asking asking) {
        return new OrganizationId(asking.caller().organization());
    }

    record ChangeRequest(
            @Nullable String name,
            @Nullable String legalName,
            @Nullable Ruc ruc,
            @Nullable String logoUrl) {}

    record ReasonRequest(@NotNull String reason) {}
}
