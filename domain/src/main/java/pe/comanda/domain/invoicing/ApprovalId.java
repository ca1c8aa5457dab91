package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a second person's word on an action. */
public record ApprovalId(String value) implements AggregateId {
    public ApprovalId {
        value = AggregateId.form("approval", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
