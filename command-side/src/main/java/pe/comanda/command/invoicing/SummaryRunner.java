package pe.comanda.command.invoicing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.InvoiceCommand;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordSummarized;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordVoid;
import pe.comanda.domain.invoicing.InvoiceCommand.SettleNote;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.ParkReason;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryCommand;
import pe.comanda.domain.invoicing.SummaryCommand.BuildSummary;
import pe.comanda.domain.invoicing.SummaryCommand.ParkSummary;
import pe.comanda.domain.invoicing.SummaryCommand.RecordSummaryOutcome;
import pe.comanda.domain.invoicing.SummaryCommand.StartSummaryAttempt;
import pe.comanda.domain.invoicing.SummaryCourse;
import pe.comanda.domain.invoicing.SummaryCourse.Next;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.invoicing.SummaryOutcome;
import pe.comanda.domain.invoicing.SummaryStep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Performs {@link SummaryCourse}: one step at a time, each from the stored history, so that a run
 * after a crash goes on where the last one was cut.
 */
@Component
class SummaryRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryRunner.class);

    /** A paused issuer has a file or two a day, so that each may look by itself. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final OwnCommands commands;
    private final Histories histories;
    private final Originals originals;
    private final SummaryFiles files;
    private final SummaryWishes wishes;
    private final SunatAccounts accounts;
    private final IssuerPauses pauses;
    private final SunatSettings settings;
    private final TaxOfficeDoor door;
    private final Clock clock;

    SummaryRunner(
            OwnCommands commands,
            Histories histories,
            Originals originals,
            SummaryFiles files,
            SummaryWishes wishes,
            SunatAccounts accounts,
            IssuerPauses pauses,
            SunatSettings settings,
            TaxOfficeDoor door,
            Clock clock) {
        this.commands = commands;
        this.histories = histories;
        this.originals = originals;
        this.files = files;
        this.wishes = wishes;
        this.accounts = accounts;
        this.pauses = pauses;
        this.settings = settings;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Takes the next step.
     *
     * @return when to come back; empty where nothing is left to do
     */
    Optional<Instant> run(SummaryPlans.Run run) {
        try {
            return TenantScope.call(
                    run.organization(), () -> step(run.id(), new Owner(run.organization(), null)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Instant> step(SummaryId id, Owner owner) {
        var summary = histories.summary(id);
        var now = clock.instant();
        switch (SummaryCourse.next(summary, now)) {
            case Next.Build _ -> build(id, owner);
            case Next.Try(int attempt, var step) -> {
                if (pauses.at(owner.organization(), now).isPresent()) {
                    return Optional.of(now.plus(settings.paced(LOOK_AGAIN)));
                }
                if (begins(new StartSummaryAttempt(id, attempt, step, now), owner)) {
                    reachOut(summary, owner, attempt, step);
                }
            }
            case Next.NoteInterruption(int attempt, var step) ->
                    record(id, owner, attempt, afterInterruption(summary, attempt, step), 0);
            case Next.Park(var reason, var detail) ->
                    send(new ParkSummary(id, reason, detail), owner);
            case Next.Tell(boolean accepted) -> {
                tell(summary.mustExist(), accepted, histories.lastWord(id), owner);
                return Optional.empty();
            }
            case Next.Rest _ -> {
                return Optional.empty();
            }
        }
        var after = histories.summary(id);
        return Optional.of(
                clock.instant().plus(settings.paced(SummaryCourse.pause(after, clock.instant()))));
    }

    /** Nothing goes out whose beginning is not stored. */
    private boolean begins(StartSummaryAttempt command, Owner owner) {
        return commands.send(command, owner, command.summary().value()).isEmpty();
    }

    /** What cannot be built waits for a human, who mends what is missing. */
    private void build(SummaryId id, Owner owner) {
        commands.send(new BuildSummary(id), owner, id.value())
                .ifPresent(
                        refusal ->
                                send(
                                        new ParkSummary(
                                                id, ParkReason.CANNOT_BE_BUILT, refusal.code()),
                                        owner));
    }

    private void reachOut(Summary summary, Owner owner, int attempt, SummaryStep step) {
        var issued = summary.mustExist();
        var account = accounts.of(owner.organization(), issued.name().ruc());
        if (account.isEmpty()) {
            record(issued.summary(), owner, attempt, noAccount(), 0);
            return;
        }
        var first = issued.lines().getFirst();
        var reply =
                switch (step) {
                    case SEND ->
                            door.gateway()
                                    .sendSummary(
                                            issued.name(),
                                            files.signed(issued.summary()),
                                            account.get());
                    case POLL ->
                            door.gateway().ticket(summary.ticket(), issued.name(), account.get());
                    case ASK -> door.gateway().state(inquiry(first), account.get());
                };
        if (reply.cdrZip() != null) {
            // First the CDR, then the fact: no answer is ever on record whose CDR was lost.
            var _ =
                    files.keep(
                            issued.summary(),
                            owner.organization(),
                            FileKind.CDR,
                            issued.name(),
                            new Kept(reply.cdrZip(), attempt, ""));
        }
        var outcome =
                SummaryOutcome.of(
                        reply.answer(),
                        step == SummaryStep.SEND && summary.sends() > 0,
                        first.condition());
        if (outcome.kind() == SummaryOutcome.Kind.ISSUER_PAUSED) {
            pauses.pause(
                    owner.organization(),
                    outcome.code(),
                    outcome.text(),
                    clock.instant().plus(settings.paced(PAUSE)));
        }
        record(issued.summary(), owner, attempt, outcome, reply.millis());
    }

    /** Nobody saw the end of the call; but where its CDR was kept, that says it all. */
    private SummaryOutcome afterInterruption(Summary summary, int attempt, SummaryStep step) {
        var issued = summary.mustExist();
        return files.cdrOf(issued.summary(), attempt)
                .map(cdr -> door.cdrs().read(cdr, issued.name()))
                .map(
                        answer ->
                                SummaryOutcome.of(
                                        answer, false, issued.lines().getFirst().condition()))
                .orElseGet(() -> SummaryOutcome.interrupted(step));
    }

    /**
     * Its documents learn what became of them. Of a refused file with several each is tried by
     * itself. Telling a document twice changes nothing.
     */
    private void tell(SummaryIssued issued, boolean accepted, SummaryOutcome word, Owner owner) {
        for (var line : issued.lines()) {
            if (!accepted && issued.lines().size() > 1) {
                wishes.tryAlone(
                        issued.summary(), line, owner.organization(), issued.referenceDate());
                continue;
            }
            var document = histories.issued(line.invoice());
            sendTo(settled(issued, line, accepted, word), document.owner());
            if (accepted && line.condition() == Condition.VOID) {
                originals
                        .of(line.invoice())
                        .ifPresent(
                                original ->
                                        sendTo(
                                                new SettleNote(original, line.invoice(), false),
                                                document.owner()));
            }
            wishes.done(issued.summary(), line.invoice());
        }
    }

    private InvoiceCommand settled(
            SummaryIssued issued, SummaryLine line, boolean accepted, SummaryOutcome word) {
        return switch (line.condition()) {
            case VOID ->
                    new RecordVoid(
                            line.invoice(),
                            issued.summary(),
                            accepted,
                            word.code(),
                            word.text(),
                            clock.instant());
            case ADD ->
                    new RecordSummarized(
                            line.invoice(),
                            issued.summary(),
                            accepted,
                            word.code(),
                            word.text(),
                            word.notes(),
                            clock.instant());
        };
    }

    private Inquiry inquiry(SummaryLine line) {
        var issued = histories.issued(line.invoice()).document();
        return new Inquiry(
                line.document(), issued.issuedAt().toLocalDate(), issued.totals().payable());
    }

    private void record(
            SummaryId id, Owner owner, int attempt, SummaryOutcome outcome, long millis) {
        send(new RecordSummaryOutcome(id, attempt, outcome, millis, clock.instant()), owner);
    }

    private void send(SummaryCommand command, Owner owner) {
        commands.send(command, owner, command.summary().value())
                .ifPresent(refusal -> LOG.info("{} is refused: {}", command, refusal.code()));
    }

    private void sendTo(InvoiceCommand command, Owner owner) {
        commands.send(command, owner, command.invoice().value())
                .ifPresent(
                        refusal ->
                                LOG.warn(
                                        "{} is not told of its file: {}",
                                        command.invoice(),
                                        refusal.code()));
    }

    private static SummaryOutcome noAccount() {
        return new SummaryOutcome(
                SummaryOutcome.Kind.ISSUER_PAUSED,
                "",
                "Faltan el usuario y la clave SOL",
                List.of());
    }
}
