package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.NoteRule.BUYER_IS_KNOWN;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.BillingCommand;
import pe.comanda.domain.invoicing.BillingCommand.CreditInvoice;
import pe.comanda.domain.invoicing.BillingCommand.DebitInvoice;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.GuardedAction;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.AttachNote;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.NoteContent;
import pe.comanda.domain.invoicing.NotePart;
import pe.comanda.domain.invoicing.Notes;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Issues notes. The number, the note and the mark on what it changes come about in one unit of
 * work, so two notes that together would take back more than there is never both exist.
 */
@Component
class NoteDesk {
    private final Invoices invoices;
    private final Histories histories;
    private final BranchSeries series;
    private final Buyers buyers;
    private final Numbers numbers;
    private final NoteLinks links;
    private final FourEyes eyes;

    NoteDesk(
            Invoices invoices,
            Histories histories,
            BranchSeries series,
            Buyers buyers,
            Numbers numbers,
            NoteLinks links,
            FourEyes eyes) {
        this.invoices = invoices;
        this.histories = histories;
        this.series = series;
        this.buyers = buyers;
        this.numbers = numbers;
        this.links = links;
        this.eyes = eyes;
    }

    @CommandHandler
    long handle(CreditInvoice command, MetaData metadata) throws Exception {
        var original = load(command.original(), metadata);
        return issue(
                new Wanted(
                        command,
                        DocumentType.CREDIT_NOTE,
                        command.till(),
                        parts(command.content(), original.issued()),
                        command.at()),
                original,
                metadata,
                (buyer, number) ->
                        Notes.credit(
                                command,
                                original.issued(),
                                original.invoice().notes(),
                                buyer,
                                number));
    }

    @CommandHandler
    long handle(DebitInvoice command, MetaData metadata) throws Exception {
        var original = load(command.original(), metadata);
        return issue(
                new Wanted(
                        command, DocumentType.DEBIT_NOTE, command.till(), List.of(), command.at()),
                original,
                metadata,
                (buyer, number) -> Notes.debit(command, original.issued(), buyer, number));
    }

    /** What both kinds of notes are asked for with. */
    private record Wanted(
            BillingCommand command,
            DocumentType type,
            String till,
            List<NotePart> parts,
            Instant at) {}

    /** What a note changes. */
    private record Original(
            Aggregate<InvoiceAggregate> aggregate,
            Invoice invoice,
            Owner owner,
            InvoiceIssued issued) {}

    /** Writes a note for a buyer, with a number. */
    private interface Writing {
        FiscalDocument write(Buyer buyer, DocumentNumber number);
    }

    private long issue(Wanted wanted, Original original, MetaData metadata, Writing writing)
            throws Exception {
        var note = wanted.command().invoice();
        var issued = original.issued();
        var owner = original.owner();
        var buyer = buyers.open(owner.organization(), issued).orElseThrow(BUYER_IS_KNOWN::broken);
        var held =
                numbers.next(
                        issued.issuer().ruc(),
                        wanted.type(),
                        series.ofNotes(owner, wanted.till(), wanted.type(), issued.series()),
                        note,
                        caller(metadata));
        var document = writing.write(buyer, held.number());
        var attached =
                original.invoice()
                        .decide(
                                new AttachNote(
                                        issued.invoice(),
                                        note,
                                        wanted.type(),
                                        held.number(),
                                        correctionOf(document),
                                        document.payable(),
                                        wanted.parts(),
                                        wanted.at()));
        var decided =
                Invoice.NOT_ISSUED.decide(
                        new IssueInvoice(
                                note,
                                issued.order(),
                                document,
                                buyers.seal(owner.organization(), note, buyer),
                                null,
                                wanted.at()));
        if (wanted.type() == DocumentType.CREDIT_NOTE) {
            eyes.mustAllow(
                    GuardedAction.CREDIT_NOTE,
                    issued.invoice(),
                    document.payable(),
                    owner,
                    wanted.at());
        }
        links.link(note, issued.invoice(), owner);
        held.take(owner);
        original.aggregate().execute(shell -> shell.record(attached));
        return invoices.begin(decided, owner);
    }

    private Original load(InvoiceId id, MetaData metadata) {
        var issued = histories.find(id).orElseThrow(() -> AccessRule.NOT_FOUND.broken("id", id));
        var aggregate = invoices.load(id);
        aggregate.execute(shell -> shell.owner().admit(caller(metadata)));
        return new Original(
                aggregate,
                aggregate.invoke(InvoiceAggregate::invoice),
                issued.owner(),
                issued.document());
    }

    /** The caller expects a version of nothing here: the note is new. */
    private static MetaData caller(MetaData metadata) {
        return metadata.withoutKeys(Set.of(MetadataKey.EXPECTED_VERSION));
    }

    private static String correctionOf(FiscalDocument note) {
        var correction = note.correction();
        if (correction == null) {
            throw new IllegalStateException("A note that changes nothing");
        }
        return correction.reason();
    }

    private static List<NotePart> parts(NoteContent content, InvoiceIssued original) {
        return content.isWhole()
                ? original.lines().stream()
                        .filter(line -> !line.isFree())
                        .map(line -> new NotePart(line.position(), line.quantity()))
                        .toList()
                : content.parts();
    }
}
