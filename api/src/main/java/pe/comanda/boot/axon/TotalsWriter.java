package pe.comanda.boot.axon;

import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.Money;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Stores what came on top later, bags' tax and delivery, only where there is some: nearly every
 * order has neither, and is stored as it always was.
 */
final class TotalsWriter extends StdSerializer<Totals> {
    TotalsWriter() {
        super(Totals.class);
    }

    @Override
    public void serialize(Totals totals, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        out.writeStringProperty("gross", totals.gross().toString());
        out.writeStringProperty("discount", totals.discount().toString());
        out.writeStringProperty("base", totals.base().toString());
        out.writeStringProperty("tax", totals.tax().toString());
        out.writeStringProperty("serviceCharge", totals.serviceCharge().toString());
        writeUnlessNothing("icbper", totals.icbper(), out);
        writeUnlessNothing("deliveryFee", totals.deliveryFee(), out);
        out.writeStringProperty("total", totals.total().toString());
        out.writeEndObject();
    }

    private static void writeUnlessNothing(String name, Money amount, JsonGenerator out) {
        if (!amount.isZero()) {
            out.writeStringProperty(name, amount.toString());
        }
    }
}
