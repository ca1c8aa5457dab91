package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Answers;
import pe.comanda.api.shared.Answers.Done;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Commands;
import pe.comanda.api.shared.Ids;
import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.invoicing.CreditReason;
import pe.comanda.domain.invoicing.DebitReason;
import pe.comanda.domain.invoicing.InvoiceCommand.VoidInvoice;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.NotePart;
import pe.comanda.domain.shared.Money;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What changes accepted boletas and facturas: notes, and voiding. */
@RestController
@RequestMapping("/api/v1")
class NotesController {
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;

    NotesController(Commands commands, Ids ids, Clock clock) {
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /** The whole where neither lines nor an amount is named. */
    @PostMapping("/invoices/{invoice}/credit-notes")
    CompletableFuture<ResponseEntity<Done>> credit(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody CreditRequest request,
            Asking asking) {
        var note = new InvoiceId(ids.orNew(request.note(), "invoice"));
        return Answers.created(
                commands.send(
                        new CreditInvoice(
                                note,
                                invoice,
                                request.reason(),
                                request.text(),
                                request.content(),
                                till(request.till()),
                                clock.instant()),
                        asking),
                "/api/v1/invoices/" + note);
    }

    @PostMapping("/invoices/{invoice}/debit-notes")
    CompletableFuture<ResponseEntity<Done>> debit(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody DebitRequest request,
            Asking asking) {
        var note = new InvoiceId(ids.orNew(request.note(), "invoice"));
        return Answers.created(
                commands.send(
                        new DebitInvoice(
                                note,
                                invoice,
                                request.reason(),
                                request.text(),
                                request.amount(),
                                till(request.till()),
                                clock.instant()),
                        asking),
                "/api/v1/invoices/" + note);
    }

    /** Voids an accepted document: SUNAT does so by a file, within seven days of its issue. */
    @PostMapping("/invoices/{invoice}/void")
    CompletableFuture<ResponseEntity<Done>> annul(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody ReasonRequest request,
            Asking asking) {
        return Answers.done(
                commands.send(new VoidInvoice(invoice, request.reason(), clock.instant()), asking));
    }

    private static String till(@Nullable String till) {
        return till == null ? "" : till.strip();
    }

    /**
     * @param lines of the original that are taken back; absent for the whole or an amount
     * @param amount tax included; absent for the whole or lines
     * @param instalments in the place of a factura's own (PAYMENT_TERMS); absent otherwise
     */
    record CreditRequest(
            @Nullable String note,
            @NotNull CreditReason reason,
            @NotNull String text,
            @Nullable @Size(max = 999) List<@NotNull NotePart> lines,
            @Nullable Money amount,
            @Nullable @Size(min = 1, max = 99) List<@NotNull @Valid InstalmentRequest> instalments,
            @Nullable @Size(max = 40) String till) {
        NoteContent content() {
            return new NoteContent(
                    lines == null ? List.of() : lines,
                    amount,
                    InstalmentRequest.terms(instalments));
        }
    }

    record DebitRequest(
            @Nullable String note,
            @NotNull DebitReason reason,
            @NotNull String text,
            @NotNull Money amount,
            @Nullable @Size(max = 40) String till) {}

    record ReasonRequest(@NotNull String reason) {}
}
