package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.*;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.invoicing.Legend;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.query.shared.Reach;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers questions about documents. */
@Component
class InvoiceAnswers {
    private static final int MOST = 200;
    private static final int IN_A_HURRY = 20;
    private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");
    private static final List<InvoiceStatus> SETTLED =
            Arrays.stream(InvoiceStatus.values()).filter(InvoiceStatus::isFinal).toList();

    private final InvoiceRows invoices;
    private final StepRows steps;
    private final PersonVault vault;
    private final JsonMapper json;
    private final JdbcClient sql;
    private final IssuerWarnings warnings;

    InvoiceAnswers(
            InvoiceRows invoices,
            StepRows steps,
            PersonVault vault,
            JsonMapper json,
            JdbcClient sql,
            IssuerWarnings warnings) {
        this.invoices = invoices;
        this.steps = steps;
        this.vault = vault;
        this.json = json;
        this.sql = sql;
        this.warnings = warnings;
    }

    @QueryHandler
    InvoicePage answer(ListInvoices query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var branch = branchOf(caller);
        int limit = Math.clamp(query.limit(), 1, MOST);
        var given = Cursor.of(query.cursor());
        var after = given == null ? START : given;
        var found =
                invoices
                        .list(
                                caller.organization(),
                                branch,
                                query.status(),
                                after.at(),
                                after.id(),
                                Limit.of(limit + 1))
                        .stream()
                        .map(InvoiceRow::summary)
                        .toList();
        if (found.size() <= limit) {
            return new InvoicePage(found, "");
        }
        var page = found.subList(0, limit);
        var last = page.getLast();
        return new InvoicePage(page, new Cursor(last.issuedAt(), last.id()).text());
    }

    @QueryHandler
    Optional<InvoiceView> answer(FindInvoice query, MetaData metadata) {
        return find(query.invoice(), metadata).map(this::view);
    }

    @QueryHandler
    Optional<Submission> answer(ShowSubmission query, MetaData metadata) {
        return find(query.invoice(), metadata)
                .map(
                        row ->
                                new Submission(
                                        row.id(),
                                        row.status(),
                                        row.nextTryAt(),
                                        row.lastDay(),
                                        steps.of(row.id()).stream().map(StepRow::step).toList()));
    }

    @QueryHandler
    Optional<StoredFile> answer(ReadFile query, MetaData metadata) {
        return find(query.invoice(), metadata)
                .flatMap(row -> file(row.id(), query.kind(), row.organization()));
    }

    @QueryHandler
    FinanceBoard answer(ShowFinanceBoard query, MetaData metadata) {
        var caller = Caller.from(metadata);
        var branches = Reach.of(caller);
        var counts = invoices.counts(caller.organization(), branches.isEmpty(), branches);
        return new FinanceBoard(
                counts.stream()
                        .map(
                                it ->
                                        new StatusCount(
                                                it.getStatus(),
                                                it.getDocuments(),
                                                new Money(it.getPayable())))
                        .toList(),
                invoices
                        .hurry(
                                caller.organization(),
                                branches.isEmpty(),
                                branches,
                                SETTLED,
                                Limit.of(IN_A_HURRY))
                        .stream()
                        .map(InvoiceRow::summary)
                        .toList(),
                counts.stream()
                        .filter(it -> !it.getStatus().isFinal())
                        .map(InvoiceRows.Count::getOldest)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                warnings.of(caller.organization()));
    }

    /** The branch asked for; all of them only for those who reach all. */
    private static @Nullable String branchOf(Caller caller) {
        AccessRule.BRANCH_REQUIRED.require(
                caller.branch() != null || caller.role().reachesAllBranches());
        return caller.branch();
    }

    /** Those of the caller's organization, in a branch that the caller reaches. */
    private Optional<InvoiceRow> find(InvoiceId invoice, MetaData metadata) {
        var caller = Caller.from(metadata);
        return invoices.findByIdAndOrganizationId(invoice.value(), caller.organization())
                .filter(row -> caller.reachesBranch(row.branch()));
    }

    private Optional<StoredFile> file(String invoice, FileKind kind, String organization) {
        return sql.sql(
                        """
                        select name, content, sha256 from invoice_file
                        where invoice_id = ? and kind = ? and organization_id = ?
                        order by attempt desc limit 1
                        """)
                .params(invoice, kind.name(), organization)
                .query(
                        (row, _) ->
                                new StoredFile(row.getString(1), row.getBytes(2), row.getString(3)))
                .optional();
    }

    private InvoiceView view(InvoiceRow row) {
        var issued = json.readValue(row.document(), InvoiceIssued.class);
        var buyer = buyer(row.organization(), issued);
        var document = issued.document(buyer == null ? Buyer.ANONYMOUS : buyer);
        return new InvoiceView(
                row.summary(),
                issued.issuer(),
                buyer == null
                        ? null
                        : new BuyerView(
                                buyer.document().type(),
                                buyer.document().number(),
                                buyer.name(),
                                buyer.address()),
                issued.lines(),
                issued.adjustments(),
                issued.totals(),
                document.legends().stream().map(Legend::text).toList(),
                row.notes(),
                row.digest(),
                row.digest().isEmpty() || buyer == null ? "" : document.qr(row.digest()),
                file(row.id(), FileKind.CDR, row.organization()).isPresent(),
                issued.replaces() == null ? null : issued.replaces().value(),
                steps.of(row.id()).stream().flatMap(step -> step.comment().stream()).toList());
    }

    private @Nullable Buyer buyer(String organization, InvoiceIssued issued) {
        return issued.buyerType() == BuyerDocumentType.NONE
                ? Buyer.ANONYMOUS
                : vault.open(organization, issued.buyer())
                        .map(text -> json.readValue(text, Buyer.class))
                        .orElse(null);
    }
}
