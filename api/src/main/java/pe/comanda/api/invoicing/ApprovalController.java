package pe.comanda.api.invoicing;

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

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.ApprovalCommand.GrantApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RefuseApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RequestApproval;
import pe.comanda.domain.invoicing.ApprovalId;
import pe.comanda.domain.invoicing.ApprovalQuery.ApprovalPage;
import pe.comanda.domain.invoicing.ApprovalQuery.ListApprovals;
import pe.comanda.domain.invoicing.ApprovalStatus;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.shared.Money;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** Four eyes: one person asks, another allows, and the action itself uses the word up. */
@RestController
@RequestMapping("/api/v1")
class ApprovalController {
    private final Commands commands;
    private final Queries queries;
    private final Ids ids;
    private final Clock clock;

    ApprovalController(Commands commands, Queries queries, Ids ids, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks another person to allow an action on the document. */
    @PostMapping("/invoices/{invoice}/approvals")
    CompletableFuture<ResponseEntity<Done>> request(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody ApprovalRequest request,
            Asking asking) {
        var approval = new ApprovalId(ids.orNew(request.approval(), "approval"));
        return Answers.created(
                commands.send(
                        new RequestApproval(
                                approval,
                                invoice,
                                request.action(),
                                request.amount(),
                                request.reason(),
                                clock.instant()),
                        asking),
                "/api/v1/finance/approvals/" + approval);
    }

    /** Newest first. */
    @GetMapping("/finance/approvals")
    CompletableFuture<ApprovalPage> list(
            @RequestParam(required = false) @Nullable ApprovalStatus status,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(new ListApprovals(status, cursor, limit), ApprovalPage.class, asking);
    }

    @PostMapping("/finance/approvals/{approval}/grant")
    CompletableFuture<ResponseEntity<Done>> grant(
            @PathVariable ApprovalId approval, Asking asking) {
        return Answers.done(commands.send(new GrantApproval(approval, clock.instant()), asking));
    }

    @PostMapping("/finance/approvals/{approval}/refusal")
    CompletableFuture<ResponseEntity<Done>> refuse(
            @PathVariable ApprovalId approval,
            @Valid @RequestBody RefusalRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new RefuseApproval(approval, request.reason(), clock.instant()), asking));
    }

    /**
     * @param amount up to which the action goes; absent for the document's total
     */
    record ApprovalRequest(
            @Nullable String approval,
            @NotNull GuardedAction action,
            @Nullable Money amount,
            @NotNull String reason) {}

    record RefusalRequest(@NotNull String reason) {}
}
