package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a file about documents: a daily summary (RC) or a notice of voiding (RA). */
public record SummaryId(String value) implements AggregateId {
    public SummaryId {
        value = AggregateId.form("summary", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
