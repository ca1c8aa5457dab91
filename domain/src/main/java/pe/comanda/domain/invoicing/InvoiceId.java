package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a payment document (boleta, factura). */
public record InvoiceId(String value) implements AggregateId {
    public InvoiceId {
        value = AggregateId.form("invoice", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
