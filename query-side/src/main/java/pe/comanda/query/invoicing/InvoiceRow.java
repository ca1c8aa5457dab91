package pe.comanda.query.invoicing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceSummary;
import pe.comanda.domain.invoicing.InvoiceStatus;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.shared.Tenant;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A document, one row. The buyer stays sealed. */
@Entity
@Table(name = "invoice_view")
class InvoiceRow {
    @Id private String id = "";
    private String organizationId = "";
    private String branchId = "";
    private String orderId = "";

    @Enumerated(EnumType.STRING)
    private DocumentType type = DocumentType.BOLETA;

    private String number = "";

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status = InvoiceStatus.ISSUED;

    private Instant issuedAt = Instant.EPOCH;
    private String currency = "";
    private BigDecimal payable = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private BuyerDocumentType buyerType = BuyerDocumentType.NONE;

    private int attempts;
    private @Nullable Instant nextTryAt;
    private LocalDate lastDay = LocalDate.EPOCH;
    private String code = "";
    private String text = "";
    private String digest = "";
    private String[] notes = {};

    /** {@code InvoiceIssued} as JSON, corrections included: what is on the document. */
    private String document = "";

    /** {@code InvoiceSubmission} as JSON: where its way stands. */
    private String submission = "";

    private long version;

    protected InvoiceRow() {}

    InvoiceRow(InvoiceIssued event, String document, Tenant tenant) {
        this.id = event.invoice().value();
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.orderId = event.order().value();
        this.type = event.type();
        this.number = event.key().number().toString();
        this.issuedAt = event.at();
        this.currency = event.currency();
        this.payable = event.totals().payable().value();
        this.buyerType = event.buyerType();
        this.lastDay = SubmissionDeadline.lastDay(event.series(), event.issuedAt().toLocalDate());
        this.document = document;
    }

    /**
     * @param corrected {@code InvoiceIssued} as it stands now, as JSON
     */
    void corrected(String corrected, BuyerDocumentType buyer) {
        document = corrected;
        buyerType = buyer;
    }

    void stands(InvoiceStatus as) {
        status = as;
    }

    void answered(String withCode, String withText) {
        code = withCode;
        text = withText;
    }

    void remarked(List<String> remarks) {
        notes = remarks.toArray(String[]::new);
    }

    void signed(String as) {
        digest = as;
    }

    void tried(int times) {
        attempts = times;
    }

    void follows(String state, @Nullable Instant next, long at) {
        submission = state;
        nextTryAt = next;
        version = at;
    }

    String id() {
        return id;
    }

    String organization() {
        return organizationId;
    }

    String branch() {
        return branchId;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String document() {
        return document;
    }

    String submission() {
        return submission;
    }

    String digest() {
        return digest;
    }

    List<String> notes() {
        return List.of(notes);
    }

    InvoiceStatus status() {
        return status;
    }

    @Nullable Instant nextTryAt() {
        return nextTryAt;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    InvoiceSummary summary() {
        return new InvoiceSummary(
                id,
                branchId,
                orderId,
                type,
                number,
                status,
                issuedAt,
                currency,
                new Money(payable),
                buyerType,
                attempts,
                nextTryAt,
                lastDay,
                code,
                text,
                version);
    }
}
