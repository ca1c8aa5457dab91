package pe.comanda.boot.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

import java.math.BigDecimal;

/**
 * Writes every decimal number of an answer as a text ({@code "0.105"}), as amounts are: rates,
 * percentages, values of one unit. Not for events: they were stored with numbers, and stay as they
 * are.
 */
final class DecimalTexts extends SimpleModule {
    DecimalTexts() {
        super("comanda-decimal-texts");
        addSerializer(new Writer());
    }

    private static final class Writer extends StdScalarSerializer<BigDecimal> {
        Writer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }
}
