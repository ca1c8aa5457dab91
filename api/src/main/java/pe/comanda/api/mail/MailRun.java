package pe.comanda.api.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import pe.comanda.api.mail.MailOutbox.Due;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.FinanceQuery.PrintInvoice;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.InvoiceQuery.FindInvoice;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceView;
import pe.comanda.domain.invoicing.InvoiceQuery.ReadFile;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.invoicing.Paper;
import pe.comanda.domain.shared.Query;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Empties the outbox: the document as PDF and XML, from the issuer to the buyer. */
@Component
class MailRun {
    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final int ATTEMPTS = 10;
    private static final Duration UNTIL_SIGNED = Duration.ofSeconds(5);

    /** A document that is not signed by then never will be without a human. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final MailOutbox outbox;
    private final MailSettings settings;
    private final Queries queries;
    private final Clock clock;

    MailRun(MailOutbox outbox, MailSettings settings, Queries queries, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.queries = queries;
        this.clock = clock;
    }

    void run() {
        var sender = settings.sender();
        if (sender.isPresent()) {
            outbox.claim().forEach(mail -> send(mail, sender.get()));
        }
    }

    private void send(Due mail, JavaMailSender sender) {
        try {
            var view = find(new FindInvoice(mail.invoice()), InvoiceView.class, mail);
            var xml = find(new ReadFile(mail.invoice(), FileKind.XML), StoredFile.class, mail);
            var pdf = find(new PrintInvoice(mail.invoice(), Paper.A4), StoredFile.class, mail);
            if (view.isEmpty() || xml.isEmpty() || pdf.isEmpty() || view.get().digest().isEmpty()) {
                waitOn(mail);
                return;
            }
            sender.send(message(mail, view.get(), pdf.get(), xml.get(), sender));
            outbox.sent(mail);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            var error = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            if (mail.attempts() + 1 >= ATTEMPTS) {
                outbox.givenUp(mail, error);
            } else {
                outbox.failed(mail, error);
            }
            LOG.warn("E-mail {} was not sent: {}", mail.id(), e.getClass().getSimpleName());
        }
    }

    private void waitOn(Due mail) {
        if (mail.createdAt().plus(PATIENCE).isBefore(clock.instant())) {
            outbox.givenUp(mail, "The document was never signed");
        } else {
            outbox.later(mail, UNTIL_SIGNED);
        }
    }

    private <V> Optional<V> find(Query<V> query, Class<V> view, Due mail) {
        return queries.find(query, view, Caller.system(mail.organization(), null, mail.id()))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private MimeMessage message(
            Due mail, InvoiceView view, StoredFile pdf, StoredFile xml, JavaMailSender sender)
            throws MessagingException, UnsupportedEncodingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(
                new InternetAddress(
                        settings.from(), MailText.sender(view), StandardCharsets.UTF_8.name()));
        helper.setTo(mail.to().value());
        helper.setSubject(MailText.subject(view));
        helper.setText(MailText.body(view));
        helper.addAttachment(pdf.name(), new ByteArrayResource(pdf.content()), "application/pdf");
        helper.addAttachment(xml.name(), new ByteArrayResource(xml.content()), "application/xml");
        return message;
    }
}
