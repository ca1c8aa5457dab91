package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.mail.MailOutbox;
import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.api.shared.Queries;
import pe.comanda.api.shared.Refusals;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.invoicing.BillingCommand.BillOrder;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocument;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceCommand.RetryInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleInvoice;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.*;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.payments.PaymentId;
import pe.comanda.domain.shared.Receipt;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Boletas and facturas: issued at once, sent to SUNAT by themselves. */
@RestController
@RequestMapping("/api/v1")
class InvoiceController {
    private final Commands commands;
    private final Queries queries;
    private final MailOutbox outbox;
    private final Ids ids;
    private final Clock clock;

    InvoiceController(Commands commands, Queries queries, MailOutbox outbox, Ids ids, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/orders/{order}/invoices")
    CompletableFuture<ResponseEntity<Done>> issue(
            @PathVariable OrderId order, @Valid @RequestBody IssueRequest request, Asking asking) {
        var invoice = new InvoiceId(ids.orNew(request.invoice(), "invoice"));
        var command =
                new BillOrder(
                        invoice,
                        order,
                        request.type(),
                        request.till() == null ? "" : request.till().strip(),
                        request.buyer() == null ? Buyer.ANONYMOUS : request.buyer().buyer(),
                        request.payments() == null ? List.of() : request.payments(),
                        InstalmentRequest.terms(request.instalments()),
                        request.replaces(),
                        clock.instant());
        return Answers.created(
                mailed(() -> commands.send(command, asking), invoice, request.email(), asking),
                "/api/v1/invoices/" + invoice);
    }

    @GetMapping("/branches/{branch}/invoices")
    CompletableFuture<InvoicePage> list(
            @PathVariable String branch,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Asking asking) {
        return queries.ask(
                new ListInvoices(status, cursor, limit),
                InvoicePage.class,
                asking.inBranch(branch));
    }

    /** Of one branch. */
    @GetMapping("/branches/{branch}/invoices/board")
    CompletableFuture<FinanceBoard> board(@PathVariable String branch, Asking asking) {
        return queries.ask(new ShowFinanceBoard(), FinanceBoard.class, asking.inBranch(branch));
    }

    /** Of every branch that the caller reaches. */
    @GetMapping("/invoices/board")
    CompletableFuture<FinanceBoard> board(Asking asking) {
        return queries.ask(new ShowFinanceBoard(), FinanceBoard.class, asking);
    }

    @GetMapping("/invoices/{invoice}")
    CompletableFuture<ResponseEntity<InvoiceView>> show(
            @PathVariable InvoiceId invoice, Asking asking) {
        return queries.ask(new FindInvoice(invoice), InvoiceView.class, asking)
                .thenApply(view -> Answers.versioned(view, view.summary().version()));
    }

    /** Every step of its way to SUNAT. */
    @GetMapping("/invoices/{invoice}/timeline")
    CompletableFuture<Submission> timeline(@PathVariable InvoiceId invoice, Asking asking) {
        return queries.ask(new ShowSubmission(invoice), Submission.class, asking);
    }

    @GetMapping("/invoices/{invoice}/xml")
    CompletableFuture<ResponseEntity<byte[]>> xml(@PathVariable InvoiceId invoice, Asking asking) {
        return file(invoice, FileKind.XML, MediaType.APPLICATION_XML, asking);
    }

    /** SUNAT's answer, zipped as it came. */
    @GetMapping("/invoices/{invoice}/cdr")
    CompletableFuture<ResponseEntity<byte[]>> cdr(@PathVariable InvoiceId invoice, Asking asking) {
        return file(invoice, FileKind.CDR, new MediaType("application", "zip"), asking);
    }

    /** Takes a document up now that is parked or waits for its next try; asks SUNAT first. */
    @PostMapping("/invoices/{invoice}/retry")
    CompletableFuture<ResponseEntity<Done>> retry(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody RetryRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new RetryInvoice(
                                invoice, Boolean.TRUE.equals(request.rebuild()), request.reason()),
                        asking));
    }

    /** Closes a parked document by hand, on evidence from SUNAT's portal. */
    @PostMapping("/invoices/{invoice}/settlement")
    CompletableFuture<ResponseEntity<Done>> settle(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody SettleRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(
                        new SettleInvoice(invoice, request.accepted(), request.evidence()),
                        asking));
    }

    /**
     * The e-mail is kept before the document is asked for and let go once it exists, so that it
     * outlives whatever stops in between; only a refusal takes it back, for anything else leaves it
     * open whether the document came about. Asked again, it is the same e-mail. Where e-mail is
     * off, nothing is kept.
     */
    private CompletableFuture<Receipt> mailed(
            Supplier<CompletableFuture<Receipt>> issue,
            InvoiceId invoice,
            @Nullable Email to,
            Asking asking) {
        if (to == null || !outbox.isOn()) {
            return issue.get();
        }
        var kept = outbox.keep(invoice, to, asking.caller());
        return issue.get()
                .whenComplete(
                        (receipt, failure) -> {
                            if (failure == null) {
                                outbox.letGo(
                                        new InvoiceId(receipt.getTarget()), to, asking.caller());
                            }
                            if (kept && isNothing(invoice, receipt, failure)) {
                                outbox.takeBack(invoice, asking.caller());
                            }
                        });
    }

    /** Refused, or asked again: then the document is the one that came about the first time. */
    private static boolean isNothing(
            InvoiceId invoice, @Nullable Receipt receipt, @Nullable Throwable failure) {
        return failure == null
                ? receipt != null && !receipt.getTarget().equals(invoice.value())
                : Refusals.in(failure) != null;
    }

    private CompletableFuture<ResponseEntity<byte[]>> file(
            InvoiceId invoice, FileKind kind, MediaType type, Asking asking) {
        return queries.ask(new ReadFile(invoice, kind), StoredFile.class, asking)
                .thenApply(file -> Files.attached(file, type));
    }

    /**
     * @param till where each till has a series of its own; else absent
     * @param buyer absent for nobody in particular: a boleta of up to S/ 700
     * @param payments of one of several payers; absent for the whole order
     * @param instalments of a factura on credit; absent where it is paid
     * @param replaces a rejected document of the same order
     * @param email where the buyer wants it sent; absent for paper alone
     */
    record IssueRequest(
            @Nullable String invoice,
            @NotNull DocumentType type,
            @Nullable @Size(max = 40) String till,
            @Nullable @Valid BuyerRequest buyer,
            @Nullable @Size(max = 100) List<@NotNull PaymentId> payments,
            @Nullable @Size(min = 1, max = 99) List<@NotNull @Valid InstalmentRequest> instalments,
            @Nullable InvoiceId replaces,
            @Nullable Email email) {
        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "IssueRequest[" + type + "]";
        }
    }

    record BuyerRequest(
            @NotNull BuyerDocumentType documentType,
            @NotNull String number,
            @NotNull String name,
            @Nullable String address) {
        Buyer buyer() {
            return new Buyer(
                    new BuyerDocument(documentType, number.strip()),
                    name,
                    address == null ? "" : address);
        }

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "BuyerRequest[" + documentType + "]";
        }
    }

    /**
     * @param rebuild make and sign the XML anew; only where SUNAT cannot have the old one
     */
    record RetryRequest(@Nullable Boolean rebuild, @NotNull String reason) {}

    record SettleRequest(boolean accepted, @NotNull String evidence) {}
}
