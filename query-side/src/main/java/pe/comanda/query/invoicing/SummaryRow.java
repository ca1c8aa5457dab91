package pe.comanda.query.invoicing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryQuery.SummaryView;

import java.time.Instant;
import java.time.LocalDate;

/** A file about documents, one row. */
@Entity
@Table(name = "summary_view")
class SummaryRow {
    @Id private String id = "";
    private String organizationId = "";

    @Enumerated(EnumType.STRING)
    private SummaryKind kind = SummaryKind.VOIDING;

    private String number = "";
    private LocalDate referenceDate = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    private Summary.Phase phase = Summary.Phase.ISSUED;

    private int documents;
    private int attempts;
    private String ticket = "";
    private @Nullable Instant ticketAt;
    private String code = "";
    private String text = "";
    private Instant issuedAt = Instant.EPOCH;
    private long version;

    protected SummaryRow() {}

    SummaryRow(SummaryIssued event, String organization) {
        this.id = event.summary().value();
        this.organizationId = organization;
        this.kind = event.name().kind();
        this.number = event.name().id();
        this.referenceDate = event.referenceDate();
        this.documents = event.lines().size();
        this.issuedAt = event.at();
    }

    String organization() {
        return organizationId;
    }

    void stands(Summary.Phase as) {
        phase = as;
    }

    void tried(int times) {
        attempts = times;
    }

    void ticketed(String given, Instant at) {
        ticket = given;
        ticketAt = at;
    }

    void answered(String withCode, String withText) {
        code = withCode;
        text = withText;
    }

    void at(long sequence) {
        version = sequence;
    }

    SummaryView view() {
        return new SummaryView(
                id,
                kind,
                number,
                referenceDate,
                phase,
                documents,
                attempts,
                ticket,
                ticketAt,
                code,
                text,
                issuedAt,
                version);
    }
}
