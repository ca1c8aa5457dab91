package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.BillingCommand.BuildInvoice;
import pe.comanda.domain.invoicing.Exchange;
import pe.comanda.domain.invoicing.InvoiceCommand.ParkInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordOutcome;
import pe.comanda.domain.invoicing.InvoiceCommand.RequestSummary;
import pe.comanda.domain.invoicing.InvoiceCommand.StartAttempt;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.InvoiceRule;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.invoicing.SubmissionOutcome;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * One attempt: the intention is stored, SUNAT is called outside any transaction, the answer is
 * stored. Whatever moment the power goes out at, the next run knows how far this one got.
 */
@Component
class SubmitInvoice {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitInvoice.class);

    private final OwnCommands commands;
    private final Histories histories;
    private final InvoiceFiles files;
    private final SunatAccounts accounts;
    private final TaxOfficeDoor door;
    private final Clock clock;

    SubmitInvoice(
            OwnCommands commands,
            Histories histories,
            InvoiceFiles files,
            SunatAccounts accounts,
            TaxOfficeDoor door,
            Clock clock) {
        this.commands = commands;
        this.histories = histories;
        this.files = files;
        this.accounts = accounts;
        this.door = door;
        this.clock = clock;
    }

    /** Writes and signs the XML, or parks the document that cannot be built. */
    void build(Attempt attempt) {
        commands.send(new BuildInvoice(attempt.id()), attempt.owner(), attempt.correlation())
                .filter(
                        refusal ->
                                !refusal.code().equals(InvoiceRule.INVOICE_IS_SIGNED_ONCE.name()))
                .ifPresent(refusal -> cannotBeBuilt(attempt, refusal.code()));
    }

    void cannotBeBuilt(Attempt attempt, String why) {
        park(attempt, ParkReason.CANNOT_BE_BUILT, why);
    }

    /**
     * Makes the attempt.
     *
     * @return what came of it; empty where nobody was reached out to
     */
    Optional<SubmissionOutcome> run(Attempt attempt) {
        try {
            return TenantScope.call(attempt.organization(), () -> attempt(attempt));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<SubmissionOutcome> attempt(Attempt attempt) {
        var issued = histories.issued(attempt.id()).document();
        var kind = attempt.attemptKind();
        if (kind == AttemptKind.SEND && isTooLate(issued)) {
            tooLate(attempt, issued);
            return Optional.empty();
        }
        var file = kind == AttemptKind.SEND ? files.signed(attempt.id(), issued.key()) : null;
        var sha256 = file == null ? null : FileShelf.sha256(file.xml());
        var begun =
                commands.send(
                        new StartAttempt(
                                attempt.id(), attempt.number(), kind, clock.instant(), sha256),
                        attempt.owner(),
                        attempt.correlation());
        if (begun.isPresent()) {
            LOG.info("{} is not begun: {}", attempt, begun.get().code());
            var _ = record(attempt, afterInterruption(attempt, issued), 0, null);
            return Optional.empty();
        }
        return Optional.of(reachOut(attempt, issued, file));
    }

    /**
     * @param file that goes out; null where the attempt only asks
     */
    private SubmissionOutcome reachOut(
            Attempt attempt, InvoiceIssued issued, @Nullable SignedFile file) {
        var account = accounts.of(attempt.organization(), issued.issuer().ruc());
        if (account.isEmpty()) {
            return record(attempt, noAccount(), 0, null);
        }
        var reply =
                file == null
                        ? door.gateway()
                                .ask(
                                        new Inquiry(
                                                issued.key(),
                                                issued.issuedAt().toLocalDate(),
                                                issued.totals().payable()),
                                        account.get())
                        : door.gateway().send(file, account.get());
        if (reply.cdrZip() != null) {
            // First the CDR, then the fact: no acceptance is ever on record whose CDR was lost.
            var _ =
                    files.keep(
                            attempt.id(),
                            attempt.owner(),
                            FileKind.CDR,
                            issued.key(),
                            new Kept(reply.cdrZip(), attempt.number(), ""));
        }
        return record(
                attempt,
                SubmissionOutcome.of(reply.answer(), attempt.earlier()),
                reply.millis(),
                new Exchange(file == null ? "" : FileShelf.sha256(file.xml()), reply.httpStatus()));
    }

    /** Nobody saw the end of the call; but where its CDR was kept, that says it all. */
    private SubmissionOutcome afterInterruption(Attempt attempt, InvoiceIssued issued) {
        return files.cdrOf(attempt.id(), attempt.number())
                .map(cdr -> door.cdrs().read(cdr, issued.key()))
                .map(answer -> SubmissionOutcome.of(answer, attempt.earlier()))
                .orElseGet(SubmissionOutcome::interrupted);
    }

    private SubmissionOutcome record(
            Attempt attempt, SubmissionOutcome outcome, long millis, @Nullable Exchange exchange) {
        commands.send(
                        new RecordOutcome(
                                attempt.id(),
                                attempt.number(),
                                outcome,
                                millis,
                                clock.instant(),
                                exchange),
                        attempt.owner(),
                        attempt.correlation())
                .ifPresent(refusal -> LOG.info("{} has ended before: {}", attempt, refusal.code()));
        return outcome;
    }

    private void park(Attempt attempt, ParkReason reason, String detail) {
        commands.send(
                        new ParkInvoice(attempt.id(), reason, detail),
                        attempt.owner(),
                        attempt.correlation())
                .ifPresent(refusal -> LOG.info("{} is not parked: {}", attempt, refusal.code()));
    }

    /** A boleta still goes in a daily summary; everything else waits for a human. */
    private void tooLate(Attempt attempt, InvoiceIssued issued) {
        var summarized =
                !issued.series().isOfFacturas()
                        && commands.send(
                                        new RequestSummary(attempt.id(), clock.instant()),
                                        attempt.owner(),
                                        attempt.correlation())
                                .isEmpty();
        if (!summarized) {
            park(attempt, ParkReason.TOO_LATE, "Plazo vencido");
        }
    }

    private boolean isTooLate(InvoiceIssued issued) {
        return !clock.instant()
                .isBefore(SubmissionDeadline.end(issued.series(), issued.issuedAt().toLocalDate()));
    }

    private static SubmissionOutcome noAccount() {
        return new SubmissionOutcome(
                SubmissionOutcome.Kind.ISSUER_PAUSED,
                "",
                "Faltan el usuario y la clave SOL",
                List.of());
    }
}
