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

import pe.comanda.api.invoicing.InvoiceController.BuyerRequest;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.invoicing.BillingCommand.CorrectInvoice;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FinanceQuery.ListWork;
import pe.comanda.domain.invoicing.FinanceQuery.ShowSunatHealth;
import pe.comanda.domain.invoicing.FinanceQuery.SunatHealth;
import pe.comanda.domain.invoicing.FinanceQuery.WorkPage;
import pe.comanda.domain.invoicing.InvoiceCommand.CommentInvoice;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceStatus;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** What finance staff have to do: documents by their deadline, each with what is proposed. */
@RestController
@RequestMapping("/api/v1")
class FinanceController {
    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    FinanceController(Queries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Of one branch.
     *
     * @param attention only what waits for a human
     */
    @GetMapping("/branches/{branch}/finance/documents")
    CompletableFuture<WorkPage> work(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(required = false) @Nullable DocumentType type,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListWork(status, type, attention, cursor, limit),
                WorkPage.class,
                asking.inBranch(branch));
    }

    /** Of every branch that the caller reaches. */
    @GetMapping("/finance/documents")
    CompletableFuture<WorkPage> work(
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(required = false) @Nullable DocumentType type,
            @RequestParam(defaultValue = "false") boolean attention,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListWork(status, type, attention, cursor, limit), WorkPage.class, asking);
    }

    /** How SUNAT has answered lately, and how fast. */
    @GetMapping("/finance/sunat-health")
    CompletableFuture<SunatHealth> health(Asking asking) {
        return queries.ask(new ShowSunatHealth(), SunatHealth.class, asking);
    }

    /** For whoever looks at it next; shown with the document and among its steps. */
    @PostMapping("/invoices/{invoice}/comments")
    CompletableFuture<ResponseEntity<Done>> comment(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody CommentRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new CommentInvoice(invoice, request.text(), clock.instant()), asking));
    }

    /**
     * Sets a document right that SUNAT could not process (an exception: it never had it) and sends
     * it again under the same number. The issuer's data and the certificate are read anew.
     */
    @PostMapping("/invoices/{invoice}/correction")
    CompletableFuture<ResponseEntity<Done>> correct(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody CorrectionRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new CorrectInvoice(
                                invoice,
                                request.buyer() == null ? null : request.buyer().buyer(),
                                request.reason(),
                                clock.instant()),
                        asking));
    }

    record CommentRequest(@NotNull String text) {}

    /**
     * @param buyer absent where the buyer stays as it is
     * @param reason 5 to 500 characters, without what identifies a person
     */
    record CorrectionRequest(@Nullable @Valid BuyerRequest buyer, @NotNull String reason) {}
}
