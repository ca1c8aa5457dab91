package pe.comanda.api.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.mail.MailOutbox.MailView;
import pe.comanda.api.security.Attempts;
import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.FindInvoice;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceView;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Documents by e-mail, for whoever may issue them. */
@RestController
@RequestMapping("/api/v1/invoices/{invoice}/mails")
class MailController {
    private final MailOutbox outbox;
    private final Queries queries;
    private final Attempts perDocument;

    MailController(MailOutbox outbox, Queries queries, Clock clock) {
        this.outbox = outbox;
        this.queries = queries;
        this.perDocument = new Attempts(10, Duration.ofHours(1), clock);
    }

    record MailRequest(@NotNull Email to) {
        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "MailRequest";
        }
    }

    record Queued(String id) {}

    /**
     * @param on whether e-mail is configured
     */
    record Mails(boolean on, List<MailView> items) {}

    /** Queues it; the answer does not wait for the server. */
    @PostMapping
    CompletableFuture<ResponseEntity<Queued>> send(
            @PathVariable InvoiceId invoice,
            @Valid @RequestBody MailRequest request,
            Asking asking) {
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(Permission.INVOICES_CREATE),
                "requires",
                Permission.INVOICES_CREATE.code());
        return queries.ask(new FindInvoice(invoice), InvoiceView.class, asking)
                .thenApply(
                        view -> {
                            MailRule.MAIL_IS_OFF.require(outbox.isOn());
                            perDocument.take(invoice.value());
                            var id =
                                    outbox.queue(
                                            invoice,
                                            request.to(),
                                            asking.caller(),
                                            view.summary().branch());
                            return ResponseEntity.accepted().body(new Queued(id));
                        });
    }

    /** What was sent of the document, and what waits. */
    @GetMapping
    CompletableFuture<Mails> list(@PathVariable InvoiceId invoice, Asking asking) {
        return queries.ask(new FindInvoice(invoice), InvoiceView.class, asking)
                .thenApply(
                        view ->
                                new Mails(
                                        outbox.isOn(),
                                        outbox.of(
                                                new InvoiceId(view.summary().id()),
                                                asking.caller().organization())));
    }
}
