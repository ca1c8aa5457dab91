package pe.comanda.boot.json;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.ordering.Totals;
import pe.comanda.domain.shared.Money;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads totals also as they were stored before bags' tax and delivery came on top: what is not said
 * was nothing. Whatever else is missing is a broken history.
 */
final class TotalsReader extends StdDeserializer<Totals> {
    private static final List<String> AMOUNTS =
            List.of(
                    "gross",
                    "discount",
                    "base",
                    "tax",
                    "serviceCharge",
                    "icbper",
                    "deliveryFee",
                    "total");
    private static final Set<String> LATER = Set.of("icbper", "deliveryFee");

    TotalsReader() {
        super(Totals.class);
    }

    @Override
    public @Nullable Totals deserialize(JsonParser in, DeserializationContext context) {
        if (!in.isExpectedStartObjectToken()) {
            return (Totals) context.handleUnexpectedToken(getValueType(context), in);
        }
        var amounts = new Money[AMOUNTS.size()];
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = in.currentName();
            var unused = in.nextToken();
            var at = AMOUNTS.indexOf(name);
            if (at < 0) {
                handleUnknownProperty(in, context, Totals.class, name);
            } else {
                amounts[at] = context.readValue(in, Money.class);
            }
        }
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] == null) {
                amounts[i] = absent(AMOUNTS.get(i), context);
            }
        }
        return new Totals(
                amounts[0],
                amounts[1],
                amounts[2],
                amounts[3],
                amounts[4],
                amounts[5],
                amounts[6],
                amounts[7]);
    }

    private Money absent(String name, DeserializationContext context) {
        return LATER.contains(name)
                ? Money.ZERO
                : Objects.requireNonNull(
                        context.reportInputMismatch(this, "Totals without '%s'", name));
    }
}
