package pe.comanda.boot.json;

import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import pe.comanda.domain.shared.MalformedValue;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches the mapper of requests, answers and read models the language. Events have a mapper of
 * their own.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    DomainJson domainJson() {
        return new DomainJson();
    }

    @Bean
    DecimalTexts decimalTexts() {
        return new DecimalTexts();
    }

    /** A list with a hole in it is malformed, wherever it stands in a body. */
    @Bean
    JsonMapperBuilderCustomizer noHolesInLists() {
        return builder ->
                builder.changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    /**
     * PostgreSQL stores no text with U+0000 in it, and half a surrogate pair is no text at all: an
     * event with one would break every view.
     */
    @Bean
    SimpleModule storableTexts() {
        return new SimpleModule("comanda-texts").addDeserializer(String.class, new TextReader());
    }

    private static final class TextReader extends StdScalarDeserializer<String> {
        TextReader() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser in, DeserializationContext context) {
            var text = StringDeserializer.instance.deserialize(in, context);
            if (text != null && !isStorable(text)) {
                throw new MalformedValue("MALFORMED_TEXT", "A text is Unicode without U+0000");
            }
            return text;
        }

        private static boolean isStorable(String text) {
            for (int i = 0; i < text.length(); i++) {
                char one = text.charAt(i);
                if (one == 0) {
                    return false;
                }
                if (Character.isSurrogate(one)) {
                    i++;
                    if (i == text.length() || !Character.isSurrogatePair(one, text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
