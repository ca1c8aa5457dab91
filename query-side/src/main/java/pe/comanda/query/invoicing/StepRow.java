package pe.comanda.query.invoicing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceCommented;
import pe.comanda.domain.invoicing.InvoiceQuery.Comment;
import pe.comanda.domain.invoicing.InvoiceQuery.Step;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.query.shared.Tenant;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** One step of a document's way. Written once. */
@Entity
@Table(name = "invoice_step")
class StepRow implements Persistable<StepRow.Key> {

    private static final String COMMENT = InvoiceCommented.class.getSimpleName();

    /** Which document, and which of its events. */
    @Embeddable
    record Key(@Column(name = "invoice_id") String invoice, @Column(name = "version") long version)
            implements Serializable {}

    @EmbeddedId private Key key = new Key("", 0);
    private String organizationId = "";
    private String branchId = "";
    private Instant at = Instant.EPOCH;
    private String kind = "";
    private int attempt;

    @Enumerated(EnumType.STRING)
    private @Nullable AttemptKind tried;

    @Enumerated(EnumType.STRING)
    private SubmissionOutcome.@Nullable Kind outcome;

    private String code = "";
    private String text = "";
    private long millis;
    private @Nullable Instant nextTryAt;
    private String digest = "";
    private int httpStatus;
    private String actor = "";

    protected StepRow() {}

    StepRow(String invoice, Step step, Tenant tenant) {
        this.key = new Key(invoice, step.version());
        this.organizationId = tenant.organization();
        this.branchId = tenant.branch();
        this.at = step.at();
        this.kind = step.kind();
        this.attempt = step.attempt();
        this.tried = step.tried();
        this.outcome = step.outcome();
        this.code = step.code();
        this.text = step.text();
        this.millis = step.millis();
        this.nextTryAt = step.nextTryAt();
        this.digest = step.digest();
        this.httpStatus = step.httpStatus();
        this.actor = step.actor();
    }

    String organization() {
        return organizationId;
    }

    String branch() {
        return branchId;
    }

    /** Nobody has to look whether it is there: an event is a step once. */
    @Override
    public boolean isNew() {
        return true;
    }

    @Override
    public Key getId() {
        return key;
    }

    /** Where it is one of finance staff. */
    Optional<Comment> comment() {
        return kind.equals(COMMENT) ? Optional.of(new Comment(at, actor, text)) : Optional.empty();
    }

    Step step() {
        return new Step(
                key.version(),
                at,
                kind,
                attempt,
                tried,
                outcome,
                code,
                text,
                millis,
                nextTryAt,
                digest,
                httpStatus,
                actor);
    }
}
