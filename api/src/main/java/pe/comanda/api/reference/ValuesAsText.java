package pe.comanda.api.reference;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.TextValue;

import java.math.BigDecimal;
import java.util.Iterator;

/** The language's values and all decimal numbers travel as texts; the document says so. */
@Component
class ValuesAsText implements ModelConverter {
    @Override
    @SuppressWarnings("rawtypes") // the signature is Swagger's
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (raw == Money.class) {
            return new StringSchema().description("Decimal with two places").example("35.00");
        }
        if (raw == Quantity.class) {
            return new StringSchema().description("Decimal with up to four places").example("0.25");
        }
        if (raw == BigDecimal.class) {
            return new StringSchema().description("Decimal").example("0.105");
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return new StringSchema();
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
