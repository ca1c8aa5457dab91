package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a run of numbers: {@code series-20131312955-01-F001}. */
public record InvoiceSeriesId(String value) implements AggregateId {
    public InvoiceSeriesId {
        value = AggregateId.form("series", value);
    }

    public static InvoiceSeriesId of(Ruc ruc, DocumentType type, Series series) {
        return new InvoiceSeriesId("series-" + ruc + "-" + type.code() + "-" + series);
    }

    public DocumentType type() {
        return DocumentType.withCode(value.split("-", -1)[2]);
    }

    public Series series() {
        return new Series(value.split("-", -1)[3]);
    }

    @Override
    public String toString() {
        return value;
    }
}
